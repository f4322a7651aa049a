"""Lists of short statements: stakeholders, open questions, next steps…"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .fields import ContentField


class StatementBlock(blocks.CharBlock):
    """One short statement of a list."""

    class Meta:
        icon = "list-ul"
        label = _("Item")
        template = "community/blocks/statement.html"
        description = _("One idea per item; a line is enough.")
        preview_value = "Les horaires ne conviennent pas aux familles"


def list_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds an ordered list of short statements."""
    return ContentField(
        [("item", StatementBlock())],
        verbose_name=label,
        blank=True,
        **kwargs,
    )
