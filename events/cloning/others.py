"""Copies the other pages below an edition: whatever a plugin puts there, as drafts."""

from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from community.models import Person, User
from events.models import CampusPage, EditionPage, ReportPage, SessionPage

#: What belongs to one year, on any page: who took part, and what was counted.
OF_ONE_YEAR = ("credits", "figures")


def copy_others(old: EditionPage, pages: dict[int, Page], user: Any) -> dict[int, Page]:
    """Copy the pages below ``old`` whose place lives on; return the copies by the old key.

    Sites and sessions are made elsewhere, and a report tells of one edition. Left out of the
    copies: rows about people, figures, and addresses on the web, which are those of last year's
    registration, live or recording.
    """
    made: dict[int, Page] = {}
    below = old.get_descendants().not_type(CampusPage, SessionPage, ReportPage)
    for page in below.order_by("path").specific():
        above = page.get_parent().pk
        parent = made.get(above) or pages.get(above)
        if parent is None or page.specific_class is None:
            continue
        made[page.pk] = page.copy(
            to=parent,
            copy_revisions=False,
            keep_live=False,
            user=user,
            exclude_fields=_left_out(type(page)),
        )
    return made


def _left_out(model: type[Page]) -> list[str]:
    rows = [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() in OF_ONE_YEAR or _names_people(relation.related_model)
    ]
    fields = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.URLField) or field.related_model is Person
    ]
    return [*rows, *fields]


def _names_people(model: type[models.Model]) -> bool:
    return any(field.related_model in (Person, User) for field in model._meta.concrete_fields)
