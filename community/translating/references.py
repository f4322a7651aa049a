"""What a page in a language points to: the version in that language as soon as one is live.

wagtail-localize copies a key to a page as it is, so that a translated défi would belong to the
edition in French: filters, counts and what refers to a page would not meet in English. The keys
are therefore stored as they are shown, and followed when versions come and go. A page that has
no version in the language stays what it is: it is shown in its own, and marked so.

Links in texts and choosers in blocks need nothing of this: they are read in the active language.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Value, When
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from modelcluster.fields import ParentalKey
from wagtail.models import Page, TranslatableMixin, get_translatable_models
from wagtail.signals import page_published, page_unpublished

from .versions import live_versions, versions_made_from


@cache
def page_keys(model: type[models.Model]) -> tuple[models.ForeignKey, ...]:
    """Return the fields with which an editor of ``model`` chooses a page."""
    if not issubclass(model, TranslatableMixin):
        return ()
    return tuple(
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.editable
        and not isinstance(field, ParentalKey)
        and not field.remote_field.parent_link
        and issubclass(field.related_model, Page)
    )


@receiver(pre_save)
def point_to_own_language(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Before anything with chosen pages is stored, choose the versions in its language."""
    fields = () if raw or hasattr(instance, "pointed_elsewhere") else page_keys(sender)
    keys = {getattr(instance, field.attname) for field in fields} - {None}
    if not keys:
        return
    versions = live_versions(keys, instance.locale_id)
    for field in fields:
        version = versions.get(getattr(instance, field.attname))
        if version is not None:
            setattr(instance, field.attname, version)


@receiver(page_published)
def version_came(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page came out: what points to another version of it, in its language, follows."""
    if instance.alias_of_id is None:
        _point(instance, instance, {"translation_key": instance.translation_key})


@receiver(page_unpublished)
def version_left(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page is hidden: what points to it falls back on a version that is live, if any is."""
    let_go(instance)


@receiver(post_save)
def became_alias(sender: Any, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """A translation was given up: it is an alias again, which is no version."""
    if update_fields == {"alias_of_id"} and instance.alias_of_id and isinstance(instance, Page):
        let_go(instance)


def let_go(page: Page) -> None:
    """Point what points to ``page``, in its language, to a live version in another one.

    Not to those that go with it, nor to the original that it goes with: when that is deleted, it
    is still live in the database while its versions are hidden.
    """
    others = Page.objects.live().filter(translation_key=page.translation_key, alias_of=None)
    others = others.exclude(pk__in=versions_made_from(page).values("pk"))
    others = others.exclude(pk=getattr(page, "goes_with", None))
    native = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=Value(0)), default=1)
    other = others.exclude(locale_id=page.locale_id).order_by(native, "pk").first()
    if other is not None:
        _point(page, other, {"pk": page.pk})


def _point(page: Page, target: Page, now: dict[str, Any]) -> None:
    """Make what points to ``now``, in the language of ``page``, point to ``target``.

    Each is saved by itself, which keeps the reference index and the search in step.
    """
    for model in get_translatable_models(include_subclasses=True):
        for field in page_keys(model):
            if not issubclass(page.specific_class or Page, field.related_model):
                continue
            found = {f"{field.name}__{name}": value for name, value in now.items()}
            rows = model._base_manager.filter(locale_id=page.locale_id, **found)
            for row in rows.exclude(**{field.attname: target.pk}):
                setattr(row, field.attname, target.pk)
                row.pointed_elsewhere = True  # Maybe from a version that is about to go.
                clean = {"clean": False} if isinstance(row, Page) else {}
                row.save(update_fields=[field.name], **clean)
