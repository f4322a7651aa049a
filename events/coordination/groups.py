"""The group of a site: made with it, named after it, gone with it."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Locale

from community.accounts.roles import allow_media, allow_pages, enter_administration
from community.models import CommunityDocument, CommunityImage

from ..models import CampusCoordination, CampusPage, EditionPage

#: On the pages of the site and below; and in its own collection of images and documents.
PAGE_RIGHTS = ("add", "change", "publish")
MEDIA_RIGHTS = ("add", "change", "choose")


@transaction.atomic
def coordinators_group(campus: CampusPage) -> Group:
    """Return the group that edits ``campus``, made or completed if need be.

    Its members come into the administration, edit and publish the site in every language with
    what is below it, and keep its images and documents; no other page is theirs. ``campus`` has
    to stand in the tree. A new name of the site gives the group a new one.
    """
    key = campus.translation_key
    known = CampusCoordination.objects.select_related("group", "collection")
    coordination = known.filter(translation_key=key).first()
    if coordination is None:
        name = _free_name(_name(campus))
        group = Group.objects.create(name=name)
        collection = Collection.get_first_root_node().add_child(name=name)
        coordination = CampusCoordination.objects.create(
            translation_key=key, group=group, collection=collection
        )
        enter_administration(group)
        allow_media(group, collection, *MEDIA_RIGHTS)
    group = coordination.group
    if _names_it(campus) and _stem(group.name) != _name(campus):
        group.name = _free_name(_name(campus))
        group.save(update_fields=["name"])
        if coordination.collection is not None:
            coordination.collection.name = group.name
            coordination.collection.save()
    allow_pages(group, campus, *PAGE_RIGHTS)
    return group


def remove_group(campus: CampusPage) -> None:
    """Remove the group of a deleted site, unless it lives on in another language.

    Its collection goes only when it is empty: images and documents may serve elsewhere.
    """
    key = campus.translation_key
    if CampusPage.objects.filter(translation_key=key).exclude(pk=campus.pk).exists():
        return
    coordination = CampusCoordination.objects.filter(translation_key=key).first()
    if coordination is None:
        return
    collection = coordination.collection
    coordination.group.delete()
    if collection is not None and not any(
        model.objects.filter(collection=collection).exists()
        for model in (CommunityImage, CommunityDocument)
    ):
        collection.delete()


def _names_it(campus: CampusPage) -> bool:
    """Whether this version of the site names the group: that of the site's main language."""
    return bool(campus.locale_id == Locale.get_default().pk)


def _name(campus: CampusPage) -> str:
    edition = EditionPage.objects.parent_of(campus).values_list("year", flat=True).first()
    return f"Coordination – {campus.title[:110]} {edition or ''}".strip()


def _stem(name: str) -> str:
    """The name without the number that told it from another."""
    stem, mark, number = name.rpartition(" (")
    return stem if mark and number.rstrip(")").isdigit() else name


def _free_name(wanted: str) -> str:
    """``wanted``, or with a number when another group is called so."""
    taken = set(Group.objects.filter(name__startswith=wanted).values_list("name", flat=True))
    names = (wanted, *(f"{wanted} ({number})" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
