"""What a method says on paper: its card, and its part of a booklet."""

from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from community.pages import is_visible, rows_of
from community.printing import (
    Block,
    Section,
    Sheet,
    Step,
    kind_of,
    lines,
    rich,
    sheet_of,
    steps,
    stream,
)

from . import wording
from .vocabularies import Grouping, Part, Per


def method_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of a method; a role that the visitor may not see is not named."""
    base = page.get_full_url(request) or ""
    short = [Step(step.value["title"], time_of(step.value)) for step in page.steps]
    sections = [
        Section(_("When to use it"), lines(page.use_when), narrow=True),
        Section(_("When not to use it"), lines(page.avoid_when), narrow=True),
        Section(_("To prepare"), wanted := to_prepare(page, request), brief=wanted),
        Section(
            steps_heading(page),
            steps(printed_step(step.value, base) for step in page.steps),
            brief=steps(short),
            more=_("Steps left out: #. They are on the page."),
        ),
        Section(_("Tips"), lines(page.tips), brief=lines(page.tips), narrow=True),
        Section(_("Traps"), lines(page.traps), narrow=True),
        Section(_("Variants"), variants(page, base)),
        Section(_("Questions to ask afterwards"), lines(page.questions)),
        # A card has room for this only when there is not much else to say.
        Section(
            _("About this method"),
            about := stream(page.body, base),
            brief=() if page.steps else about,
            on_card=not page.steps,
        ),
    ]
    return sheet_of(
        page,
        request,
        kind=kind_of(page, page.get_family_display()),
        facts=facts(page),
        sections=sections,
    )


def facts(page: Any) -> list[tuple[str, str]]:
    """Return duration, group, place, practice and moments of a method, those that are known."""
    temps = ", ".join(str(row.temps) for row in page.temps_rows)
    edge = page.get_part_display() if page.part != Part.CORE else ""
    return [
        (_("Duration"), page.duration),
        (_("Group"), page.people),
        (_("Place"), capfirst(", ".join(str(place) for place in page.places))),
        (_("To lead it"), page.get_difficulty_display() or ""),
        (_("When"), _("Temps %(numbers)s") % {"numbers": temps} if temps else edge),
        (_("Part of a session"), edge if temps else ""),
    ]


def steps_heading(page: Any) -> str:
    """Return the heading of the steps, with the minutes that they take together."""
    whole = page.steps_duration
    return _("Steps: %(time)s in all") % {"time": whole} if whole else _("Steps")


def time_of(value: Any) -> str:
    """Return the minutes of a step in words, empty when it has none."""
    return wording.duration(value["minutes"]) if value["minutes"] else ""


def to_prepare(page: Any, request: HttpRequest) -> list[Block]:
    """Return the materials, the roles and the room that a method asks for."""
    wanted = [material(item.value) for item in page.materials]
    for row in rows_of(page, "method_roles", "role"):
        if is_visible(request, row.role):
            number = f" × {row.number}" if row.number > 1 else ""
            wanted.append(_("Role: %(role)s") % {"role": f"{row.role.title}{number}"})
    if page.space:
        wanted.append(_("Space: %(space)s") % {"space": page.space})
    return lines(wanted)


def material(value: Any) -> str:
    """Return an item to bring: "Feutres : 2 par personne"."""
    if not value["quantity"]:
        return str(value["item"])
    counted = Per(value["per"]).label if value["per"] else ""
    words = {"item": value["item"], "quantity": value["quantity"], "counted": counted}
    return (_("%(item)s: %(quantity)s %(counted)s") % words).strip()


def printed_step(value: Any, base: str) -> Step:
    """Return a step with its details."""
    how = Grouping(value["grouping"]).label if value["grouping"] else ""
    if how and value["size"]:
        how = _("%(how)s of %(size)s") % {"how": how, "size": value["size"]}
    return Step(value["title"], time_of(value), how, rich(value["instruction"] or "", base))


def variants(page: Any, base: str) -> list[Block]:
    """Return the variants, each below its name."""
    found: list[Block] = []
    for variant in page.variants:
        heading = {"kind": "heading", "level": 1, "runs": [{"text": variant.value["title"]}]}
        found += [heading, *rich(variant.value["text"], base)]
    return found
