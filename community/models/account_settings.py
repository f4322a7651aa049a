"""What an administrator decides about accounts, in the administration."""

from django.contrib.auth.models import Group
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="lock")
class AccountSettings(BaseGenericSetting):
    """From whom the administration asks for a second factor. Nobody, unless said."""

    second_factor_groups = models.ManyToManyField(
        Group,
        verbose_name=_("groups"),
        blank=True,
        related_name="+",
        help_text=_(
            "Members of these groups enter the administration only with a passkey, or with a code "
            "from an app on their telephone. Who has none yet is led to set one up."
        ),
    )
    second_factor_for_administrators = models.BooleanField(
        _("administrators"),
        default=False,
        help_text=_("The same for those who have every right."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("second_factor_groups", widget=CheckboxSelectMultiple),
                FieldPanel("second_factor_for_administrators"),
            ],
            heading=_("A second factor is asked from"),
        )
    ]

    class Meta:
        verbose_name = _("accounts")
