"""A method as schema.org describes instructions and learning resources (release 30)."""

from typing import Any

from django.utils.html import strip_tags

from ..vocabularies import Per


def how_to(page: Any) -> dict[str, Any]:
    """Return what ``page`` adds to a page's structured data; nothing that it does not say."""
    minutes = page.steps_minutes or page.minutes_max or page.minutes_min
    facts = {
        "totalTime": _iso_duration(minutes),
        "timeRequired": _iso_duration(page.minutes_min or minutes),
        "educationalUse": str(page.get_family_display()),
        "educationalLevel": str(page.get_difficulty_display() or ""),
        "learningResourceType": "method",
        "step": [_step(step.value, place) for place, step in enumerate(page.steps, start=1)],
        "supply": [_supply(material.value) for material in page.materials],
    }
    return {name: value for name, value in facts.items() if value}


def _iso_duration(minutes: int | None) -> str:
    """Return minutes as an ISO 8601 duration, empty for none."""
    return f"PT{minutes}M" if minutes else ""


def _step(value: Any, place: int) -> dict[str, Any]:
    text = strip_tags(str(value["instruction"] or "")).strip()
    step = {
        "@type": "HowToStep",
        "position": place,
        "name": value["title"],
        "text": text,
        "timeRequired": _iso_duration(value["minutes"]),
    }
    return {name: entry for name, entry in step.items() if entry}


def _supply(value: Any) -> dict[str, Any]:
    supply = {"@type": "HowToSupply", "name": value["item"]}
    # "One per person" is no quantity that a machine could buy.
    if value["quantity"] and value["per"] in ("", None, Per.SESSION):
        supply["requiredQuantity"] = value["quantity"]
    return supply
