"""Translatable objects that a short name tells apart within their language."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin


class UniqueInLanguage(TranslatableMixin):
    """Says in the form, instead of failing in the database, that a value is taken (abstract).

    The administration leaves the language out of its forms, and so out of Django's own check of
    the unique constraint on (``unique_field``, locale).
    """

    unique_field: ClassVar[str] = "slug"

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        value = getattr(self, self.unique_field)
        same = type(self)._default_manager.filter(
            **{self.unique_field: value, "locale_id": self.locale_id}
        )
        if value and same.exclude(pk=self.pk).exists():
            raise ValidationError({self.unique_field: _("There is already one in this language.")})
