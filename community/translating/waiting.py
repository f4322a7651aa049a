"""What an editor has to translate, for the panel on the home of the administration."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, TranslatableMixin, get_page_models
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.views.report import TranslationsReportView

IN_PANEL = 5
CHANGED, UNTRANSLATED, DRAFT = range(3)
#: What is to be done with a translation, the first thing that applies.
LABELS = {
    CHANGED: _("The original has changed"),
    UNTRANSLATED: _("Texts remain to be translated"),
    DRAFT: _("Translated, not published"),
}


@dataclass(frozen=True)
class Task:
    """A kind of thing to do, how many translations ask for it, and the first of them."""

    label: Any
    number: int
    pages: list[Page]


def editable_pages(request: HttpRequest) -> QuerySet[Page]:
    """Return the pages that this person may edit, without aliases."""
    pages = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    return pages.filter(alias_of=None, depth__gt=1)


def waiting_translations(request: HttpRequest) -> QuerySet[Page]:
    """Return the translations on which something is to be done, latest first.

    Each has ``task``, and ``source_key``, the key of what it is translated from.
    """
    segments = StringSegment.objects.filter(
        source__object_id=OuterRef("translation_key"),
        source__translations__target_locale=OuterRef("locale_id"),
        source__translations__enabled=True,
    ).annotate(target=OuterRef("locale_id"))
    said = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef("target"),
        has_error=False,
    )
    original = Page.objects.filter(
        translation_key=OuterRef("object_id"),
        locale_id=OuterRef("locale_id"),
        last_published_at__gt=OuterRef("last_updated_at"),
    )
    sources = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"),
        translations__target_locale=OuterRef("locale_id"),
        translations__enabled=True,
    )
    task = Case(
        When(Exists(sources.filter(Exists(original))), then=Value(CHANGED)),
        When(Exists(segments.filter(~Exists(said))), then=Value(UNTRANSLATED)),
        When(Q(Exists(sources), live=False), then=Value(DRAFT)),
        default=None,
        output_field=IntegerField(),
    )
    key = Subquery(sources.values("pk")[:1])
    found = editable_pages(request).annotate(task=task, source_key=key).filter(task__isnull=False)
    return found.order_by("task", F("latest_revision_created_at").desc(nulls_last=True), "pk")


def untranslated_pages(request: HttpRequest, locale: Locale) -> QuerySet[Page]:
    """Return the public pages of the site's own language that ``locale`` lacks."""
    there = Page.objects.filter(locale=locale, alias_of=None).values("translation_key")
    native = editable_pages(request).live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return native.exclude(translation_key__in=there)


def _where_to_do(page: Page) -> str:
    """Return where its task is done; a changed original is brought in first, from its own view."""
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if page.task != CHANGED:
        return edit
    update = reverse("wagtail_localize:update_translations", args=[page.source_key])
    return f"{update}?{urlencode({'next': edit})}"


def translations_panel(request: HttpRequest) -> dict[str, Any] | None:
    """What waits in the other languages, for those who may translate; hidden when nothing."""
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        return None
    groups: dict[int, list[Page]] = {task: [] for task in LABELS}
    for page in waiting_translations(request).select_related("locale"):
        page.where = _where_to_do(page)
        groups[page.task].append(page)
    tasks = [
        Task(LABELS[task], len(pages), pages[:IN_PANEL]) for task, pages in groups.items() if pages
    ]
    others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    never = [(locale, untranslated_pages(request, locale).count()) for locale in others]
    never = [(locale, number) for locale, number in never if number]
    words = waiting_words() if may_change_words(request) else 0
    return {"tasks": tasks, "never": never, "words": words} if tasks or never or words else None


def may_change_words(request: HttpRequest) -> bool:
    """Whether this person edits themes, menus and the like, all of those that are translated."""
    translated = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    return request.user.has_perms(
        [f"{model._meta.app_label}.change_{model._meta.model_name}" for model in translated]
    )


def waiting_words() -> int:
    """Return how many themes, menus and the like have texts to translate.

    wagtail-localize makes the themes of a page with it, in the language they have.
    """
    pages = ContentType.objects.get_for_models(Page, *get_page_models()).values()
    known = TranslationsReportView().get_queryset().filter(enabled=True)
    return (
        known.filter(waiting_for_translation=True)
        .exclude(source__specific_content_type__in=pages)
        .count()
    )
