"""What a method says on paper: its card, and its part of a booklet."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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

from .vocabularies import Grouping, Part, Per


def method_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of a method; a role that the visitor may not see is not named."""
    base = page.get_full_url(request) or ""
    short = [Step(step.value["title"], minutes(step.value["minutes"])) for step in page.steps]
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
        Section(_("Questions to think about"), lines(page.questions)),
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
    places = {_("on site"): page.on_site, _("remote"): page.remote, _("hybrid"): page.hybrid}
    temps = ", ".join(str(row.temps) for row in rows_of(page, "method_temps"))
    edge = page.get_part_display() if page.part != Part.CORE else ""
    return [
        (_("Duration"), span(page.minutes_min, page.minutes_max, minutes)),
        (_("Group"), span(page.people_min, page.people_max, people)),
        (_("Place"), ", ".join(name for name, there in places.items() if there)),
        (_("To lead it"), page.get_difficulty_display() or ""),
        (_("When"), _("Temps %(numbers)s") % {"numbers": temps} if temps else edge),
        (_("Part of a session"), edge if temps else ""),
    ]


def steps_heading(page: Any) -> str:
    """Return the heading of the steps, with the minutes that they take together."""
    whole = minutes(page.steps_minutes)
    return _("Steps: %(time)s in all") % {"time": whole} if whole else _("Steps")


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
    return Step(
        value["title"], minutes(value["minutes"]), how, rich(value["instruction"] or "", base)
    )


def variants(page: Any, base: str) -> list[Block]:
    """Return the variants, each below its name."""
    found: list[Block] = []
    for variant in page.variants:
        heading = {"kind": "heading", "level": 1, "runs": [{"text": variant.value["title"]}]}
        found += [heading, *rich(variant.value["text"], base)]
    return found


def minutes(number: int | None) -> str:
    """Return a duration as French writes it: "45 min", "1 h 30"; empty for none."""
    if not number:
        return ""
    hours, rest = divmod(number, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def people(number: int) -> str:
    """Return a number of people."""
    return ngettext("%(n)s person", "%(n)s people", number) % {"n": number}


def span(low: int | None, high: int | None, said: Any) -> str:
    """Return a range as words: "from … to …", "at least …", "up to …"; empty when unknown."""
    if low and high:
        if low == high:
            return said(low)
        return _("%(low)s to %(high)s") % {
            "low": low if said is people else said(low),
            "high": said(high),
        }
    if low:
        return _("at least %(low)s") % {"low": said(low)}
    return _("up to %(high)s") % {"high": said(high)} if high else ""
