"""Measure the exports of a programme of 13 sites and 60 sessions each, and of a third of it.

    python bench/exports.py [--sites 13] [--sessions 60] [--times 5]

For each export of the edition, and of one site: SQL queries, the size in kilobytes and compressed,
the median milliseconds of an answer, of an answer « nothing has changed » (304), and both as
multiples of the edition's own page in the same run: the milliseconds depend on the machine, read
the ratios. Works on a copy of the test database in memory: nothing is kept.
"""

import argparse
import gzip
import logging
import os
import statistics
import sys
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")

HOME = "/editions/2018/"
FILES = ("programme.ics", "schedule.xml", "schedule.json", "programme/flux/")
ZONES = ("Europe/Paris", "Pacific/Noumea", "America/Martinique", "Indian/Reunion")


def main() -> None:
    """Fill a database, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=13)
    parser.add_argument("--sessions", type=int, default=60, help="how many on each site")
    parser.add_argument("--times", type=int, default=5, help="answers that a median is made of")
    options = parser.parse_args()
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.demonstration import load_demonstration

    logging.disable(logging.WARNING)
    connection.settings_dict["NAME"] = ":memory:"
    call_command("migrate", verbosity=0)
    load_demonstration()
    print(
        f"{'':36}{'queries':>9}{'kB':>9}{'gzip':>9}{'ms':>9}{'x page':>9}{'304 ms':>9}{'x page':>9}"
    )
    sites = make_sites(options.sites)
    done = 0
    for number in (options.sessions // 3, options.sessions):
        for site in sites:
            make_sessions(site, range(done, number))
        done = number
        print(f"{len(sites)} sites, {number} sessions each")
        measure(sites[0].get_url(), options.times)


def make_sites(number: int) -> list[Any]:
    """Leave the edition with so many new sites, and no programme but theirs."""
    from events.models import CampusPage, EditionPage, ProgrammeVersion, PublishedSlot

    PublishedSlot.objects.all().delete()
    ProgrammeVersion.objects.all().delete()
    edition = EditionPage.objects.get(year=2018, locale__language_code="fr")
    found = []
    for place in range(number):
        campus = CampusPage(title=f"Site {place}", time_zone=ZONES[place % len(ZONES)])
        found.append(edition.add_child(instance=campus))
    return found


def make_sessions(site: Any, numbers: range) -> None:
    """Publish sessions at ``site``, twenty a day from eight o'clock on its clocks."""
    from django.utils import timezone

    from events.models import ProgrammeVersion, PublishedSlot, Room, SessionPage

    room = Room.objects.get_or_create(campus=site, name="Salle 1")[0]
    slots = []
    for number in numbers:
        page = SessionPage(
            title=f"Séance {number} de {site.title}",
            summary="Une phrase qui dit ce qui s’y passe, avec ce qu’il faut de mots. " * 3,
            status="confirmed",
        )
        site.add_child(instance=page)
        start = datetime(2018, 7, 9 + number // 20, 8, tzinfo=site.zone)
        start = start.astimezone(UTC) + timedelta(minutes=45 * (number % 20))
        slots.append(
            PublishedSlot(
                key=uuid.uuid4(),
                campus=site,
                session=page,
                room=room,
                kind="origin",
                start=start,
                end=start + timedelta(minutes=40),
                status=page.status,
                title=page.title,
                session_type=page.session_type,
                changed_at=timezone.now(),
            )
        )
    PublishedSlot.objects.bulk_create(slots)
    added = [
        {
            "kind": "added",
            "key": str(slot.key),
            "title": slot.title,
            "after": f"{slot.start.isoformat()}/{slot.end.isoformat()}",
            "zone": site.time_zone,
        }
        for slot in slots
    ]
    number = site.programme_versions.count() + 1
    now = timezone.now()
    ProgrammeVersion.objects.create(campus=site, number=number, published_at=now, changes=added)


def measure(site: str, times: int) -> None:
    """Print the figures of each export, as multiples of the page of the edition."""
    from django.test import Client

    from tests.queries import queries

    # Without the test environment, which copies all that templates are given.
    client = Client(SERVER_NAME="localhost")
    page = median(client, HOME, times)
    for address in (HOME, f"{HOME}programme/", *(h + f for h in (HOME, site) for f in FILES)):
        asked = queries(client, address)
        answer = client.get(address)
        taken = median(client, address, times)
        tag = answer.headers.get("ETag")
        again = median(client, address, times, {"If-None-Match": tag}) if tag else 0.0
        size, small = len(answer.content), len(gzip.compress(answer.content))
        print(
            f"{address:36}{asked:9}{size / 1000:9.1f}{small / 1000:9.1f}"
            f"{taken:9.1f}{taken / page:9.1f}{again:9.1f}{again / page:9.1f}"
        )


def median(client: Any, address: str, times: int, headers: dict[str, str] | None = None) -> float:
    """Return the median milliseconds of an answer."""
    durations = []
    for _ in range(times):
        start = perf_counter()
        client.get(address, headers=headers)
        durations.append((perf_counter() - start) * 1000)
    return statistics.median(durations)


if __name__ == "__main__":
    main()
