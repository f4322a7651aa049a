"""The webinars of the demonstration, and its own video with captions."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Licence, Territory
from events.models import WebinarIndexPage, WebinarPage

PARIS = ZoneInfo("Europe/Paris")


def load_webinars(demo: DemoLoader) -> None:
    """Make the list and its webinars; what they speak of is related in the end."""
    index = demo.page(
        demo.home,
        WebinarIndexPage,
        "webinaires",
        title="Webinaires",
        summary="Entre deux universités : ce qui se prépare, ce qui se raconte, ce qui se revoit.",
    )
    for row in demo.data("events/webinars")["webinar"]:
        page = demo.page(
            index,
            WebinarPage,
            row["slug"],
            **only(row, "kind", "registration_url", "venue"),
            **_when(row),
            edition=demo.at(f"editions/{row['edition']}").specific,
            territory=demo.find(Territory, row["territory"]) if "territory" in row else None,
            body=demo.body(row["body"]),
            **(_replay(demo, row) if "video" in row else {}),
            **demo.common(row),
        )
        demo.at_the_end.append(lambda page=page, row=row: _relate(demo, page, row["about"]))


def _relate(demo: DemoLoader, page: WebinarPage, paths: list[str]) -> None:
    """Relate a webinar to pages of the other plugins, those that are there."""
    demo.relate(page, [path for path in paths if demo.has(path)])


def _when(row: dict[str, Any]) -> dict[str, Any]:
    """True ones have their day; invented ones are as far away as on the first day."""
    if "day" in row:
        last = row.get("last_day")
        return {
            "days_only": True,
            "starts_at": _noon(row["day"]),
            "ends_at": _noon(last) if last else None,
        }
    day = timezone.localdate() + timedelta(days=row["days_from_now"])
    start = datetime.combine(day, time.fromisoformat(row["hour"]), PARIS)
    return {"starts_at": start, "ends_at": start + timedelta(minutes=row["minutes"])}


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), PARIS)


def _replay(demo: DemoLoader, row: dict[str, Any]) -> dict[str, Any]:
    title, licence = row["video_title"], Licence(row["licence"])
    files = {
        kind: demo.document(
            f"{row['video']}.{kind}",
            f"{title} ({kind.upper()})",
            (demo.folder / "events" / f"{row['video']}.{kind}").read_bytes(),
            licence=licence,
        )
        for kind in ("webm", "vtt")
    }
    sheet = demo.document(
        f"{row['video']}.txt",
        row["slides_title"],
        _text(row, licence),
        licence=licence,
    )
    return {
        "replay_file": files["webm"],
        "captions": files["vtt"],
        "captions_reviewed": True,
        "chapters": [{"type": "chapter", "value": chapter} for chapter in row["chapters"]],
        "transcript": demo.body(row["transcript"]),
        "slides": [{"type": "document", "value": {"document": sheet.pk, "label": ""}}],
    }


def _text(row: dict[str, Any], licence: Licence) -> bytes:
    """Return plain text with the line ends that every system reads."""
    written = [row["slides_title"], "", *row["slides"], "", str(licence.label)]
    return "\r\n".join(written).encode("utf-8-sig")
