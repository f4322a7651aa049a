"""A chart in a page's body: the editor gives numbers, the server draws them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.charts.bars import chart_of


class ChartRowBlock(blocks.StructBlock):
    """One thing counted."""

    label = blocks.CharBlock(label=_("What is counted"), max_length=120)
    value = blocks.DecimalBlock(label=_("How many"), min_value=0, max_digits=14, decimal_places=2)

    class Meta:
        icon = "list-ul"
        label = _("Row")


class ChartBlock(blocks.StructBlock):
    """Numbers to compare, drawn as bars, with the table of the data."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=150, help_text=_("What the chart tells: “Défis by site”.")
    )
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=40)
    rows = blocks.ListBlock(ChartRowBlock(), label=_("Rows"), min_num=1, max_num=30)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=250,
        help_text=_("Where the numbers come from, and their date."),
    )

    class Meta:
        icon = "table"
        label = _("Chart")
        template = "community/blocks/chart.html"
        description = _("Bars to compare numbers. The table of the data comes with them.")
        preview_value = {
            "title": "Défis par site",
            "unit": "défis",
            "rows": [{"label": "Rennes", "value": 14}, {"label": "Cluny", "value": 9}],
            "note": "",
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["chart"] = chart_of(value)
        return context
