"""The users that a défi concerns, sometimes told apart by their posture."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from community.blocks import ContentField


class UserGroupBlock(blocks.StructBlock):
    """A group of users of a service."""

    text = blocks.CharBlock(label=pgettext_lazy("défi", "Users"), max_length=250)
    posture = blocks.CharBlock(
        label=_("Posture"),
        required=False,
        max_length=100,
        help_text=_("For instance “committed”, “reluctant”. Empty in most cases."),
    )

    class Meta:
        icon = "group"
        label = _("Group of users")
        template = "defis/blocks/user_group.html"
        description = _("Who uses the service, one group per item.")
        preview_value = {"text": "Parents d’enfants scolarisés", "posture": ""}


def users_field() -> ContentField:
    """Return the field that lists the users of a défi."""
    return ContentField(
        [("group", UserGroupBlock())], verbose_name=pgettext_lazy("défi", "users"), blank=True
    )
