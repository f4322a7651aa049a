"""The door of the resource centre: one page that opens every list of this plugin."""

from typing import Any, ClassVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.blocks import body_field
from community.pages import CommunityPage, IndexPage, index_page, visible


class ResourceCentrePage(CommunityPage):
    """Leads to the toolbox, the glossary and the other lists, with how much each holds."""

    body = body_field()

    main_panels = [FieldPanel("body")]
    search_fields = [*CommunityPage.search_fields, index.SearchField("body")]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent: ClassVar[int | None] = 1
    schema_type = "CollectionPage"
    printable = False
    page_description = _("Leads to the toolbox, the glossary, the documents and the other lists.")

    class Meta:
        verbose_name = _("resource centre")
        verbose_name_plural = _("resource centres")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["rubrics"] = rubrics(request)
        return context


def rubrics(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the visible lists of this plugin, each with the number of pages that it holds."""
    models = apps.get_app_config("methods").get_models()
    indexes = [model for model in models if issubclass(model, IndexPage)]
    types = ContentType.objects.get_for_models(*(model.listing.model for model in indexes))
    rows = visible(request).filter(content_type__in=types.values()).order_by()
    counts = dict(rows.values_list("content_type").annotate(number=Count("pk")))
    found = [
        {"page": page.specific, "count": counts.get(types[model.listing.model].pk, 0)}
        for model in indexes
        if (page := index_page(request, model))
    ]
    return sorted(found, key=lambda rubric: rubric["page"].path)
