"""The versions of a page in other languages follow it: hidden, moved and deleted with it.

Nothing of this comes with wagtail-localize. Signals are heard rather than Wagtail's hooks where
it can be: several pages at once, a date of expiry and a command go the same way.
"""

from typing import Any

from django.contrib import messages
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.actions.delete_page import DeletePageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.signals import page_unpublished, post_page_move

from .references import let_go
from .versions import versions_made_from


@receiver(page_unpublished)
def unpublish_versions(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page that is no longer public is public in no language."""
    for version in versions_made_from(instance).live().specific():
        version.goes_with = instance.pk
        version.unpublish()


@receiver(post_page_move)
def move_versions(
    sender: Any,
    instance: Page,
    parent_page_before: Page,
    parent_page_after: Page,
    **kwargs: Any,
) -> None:
    """The versions go below the same page in their language, which is as private.

    A place that has no version in a language gets an alias there: it shows in no list.
    """
    if parent_page_before.pk == parent_page_after.pk:
        return
    for version in versions_made_from(instance).specific():
        place = parent_page_after.get_translation_or_none(version.locale)
        if place is None:
            place = parent_page_after.specific.copy_for_translation(
                version.locale, copy_parents=True, alias=True
            )
        if version.get_parent().pk == place.pk:
            continue
        slug = find_available_slug(place, version.slug)
        if slug != version.slug:
            version.slug = slug
            version.save(update_fields=["slug"], clean=False)
        version.move(place, pos="last-child")


@receiver(post_save)
def hide_former_alias(sender: Any, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """An alias is being translated: until that is published, its French is no English page.

    wagtail-localize would leave it live, without the mark of its language, and in every list.
    """
    if update_fields != {"alias_of_id"} or not isinstance(instance, Page) or instance.alias_of_id:
        return
    others = Page.objects.filter(translation_key=instance.translation_key)
    if instance.live and others.exclude(locale_id=instance.locale_id).exists():
        instance.unpublish(log_action=False)


@hooks.register("construct_translated_pages_to_cascade_actions")
def tell_versions(pages: list[Page], action: str) -> dict[Page, Any]:
    """Say in the confirmation how many versions go too, and let Wagtail do it to the first ones.

    Not for a move: the receiver above has moved them by the time Wagtail would.
    """
    if action not in ("delete", "unpublish"):
        return {}
    found = {page: versions_made_from(page) for page in pages}
    if action == "unpublish":
        return {page: versions.live().filter(alias_of=None) for page, versions in found.items()}
    return found


@hooks.register("before_delete_page")
def let_go_before(request: HttpRequest, page: Page) -> None:
    """What points to a translation, or below it, falls back on the original before it goes."""
    if request.method == "POST":
        _let_go_of(page)


@hooks.register("before_bulk_action")
def delete_versions(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Several pages are deleted at once: Wagtail does not ask for their versions (#13487)."""
    if action_type != "delete" or action.model is not Page:
        return
    chosen = tuple(page.path for page in objects)
    count = 0
    for page in objects:
        _let_go_of(page)
        for version in versions_made_from(page):
            # Chosen itself, or below a page that is: it goes anyway.
            if not version.path.startswith(chosen):
                _let_go_of(version)
                DeletePageAction(version, user=request.user).execute(skip_permission_checks=True)
                count += 1
    if count:
        told = ngettext(
            "%(count)s version in another language was deleted too.",
            "%(count)s versions in other languages were deleted too.",
            count,
        )
        messages.info(request, told % {"count": count})


def _let_go_of(page: Page) -> None:
    for one in page.get_descendants(inclusive=True).specific():
        let_go(one)
