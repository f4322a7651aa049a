"""What refers to a page, from Wagtail's reference index: no plugin imports another for it."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from .visibility import visible


@dataclass(frozen=True)
class BacklinkGroup:
    """The visible pages of one type that refer to a page."""

    model: type[Page]
    pages: list[Page]

    @property
    def label(self) -> str:
        """The plural name of the type, for a heading."""
        return getattr(self.model, "backlink_label", "") or self.model._meta.verbose_name_plural


def backlinks(
    page: Page, request: HttpRequest, *, leave_out: tuple[str, ...] = ()
) -> list[BacklinkGroup]:
    """Return the visible pages whose content refers to ``page``, grouped by type.

    ``leave_out`` names the model labels ("defis.prototypepage") that the page already shows in
    a better way. Groups and pages are sorted by name.
    """
    page_type = ContentType.objects.get_for_model(Page)
    referring = ReferenceIndex.objects.filter(
        to_content_type=page_type, to_object_id=str(page.pk), base_content_type=page_type
    ).values_list("object_id", flat=True)
    identifiers = {int(pk) for pk in referring} - {page.pk}
    if not identifiers:
        return []
    groups: dict[type[Page], list[Page]] = {}
    found = visible(request).filter(pk__in=identifiers).select_related("locale")
    for other in found.order_by("title"):
        model = other.specific_class
        if model is not None and model._meta.label_lower not in leave_out:
            groups.setdefault(model, []).append(other)
    return sorted(
        (BacklinkGroup(model, pages) for model, pages in groups.items()),
        key=lambda group: str(group.label),
    )
