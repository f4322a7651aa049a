"""The arithmetic of reminders: which day is due when."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from defis.models.reminder import read_days
from defis.reminders.cases import Case
from defis.reminders.schedule import anniversary, due, occurrences

pytestmark = pytest.mark.whatever_the_database

ENDED = date(2018, 7, 6)
DAYS = [30, 90, 180, 365]


def keys(until: date, days=DAYS, yearly: bool = True) -> list[str]:
    return [each.key for each in occurrences(ENDED, days, yearly, until)]


def test_the_days_after_the_event_then_its_anniversaries():
    found = list(occurrences(ENDED, DAYS, True, date(2021, 7, 5)))
    assert [(each.key, each.due_on) for each in found] == [
        ("30", date(2018, 8, 5)),
        ("90", date(2018, 10, 4)),
        ("180", date(2019, 1, 2)),
        ("365", date(2019, 7, 6)),
        ("year-2", date(2020, 7, 6)),
    ]
    assert keys(date(2021, 7, 6))[-1] == "year-3"
    assert keys(date(2030, 1, 1), yearly=False)[-1] == "365"
    # Without a day near the first year, the anniversaries begin with it.
    assert keys(date(2019, 7, 6), days=[30]) == ["30", "year-1"]
    assert keys(date(2020, 7, 6), days=[]) == ["year-1", "year-2"]


def test_an_event_that_ended_on_the_29th_of_february():
    assert anniversary(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert anniversary(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("today", "key"),
    [
        (date(2018, 7, 6), None),
        (date(2018, 8, 4), None),
        (date(2018, 8, 5), "30"),
        (date(2018, 9, 4), "30"),
        # Too late to be about anything.
        (date(2018, 9, 5), None),
        (date(2018, 10, 4), "90"),
        (date(2026, 11, 22), None),
        (date(2026, 7, 20), "year-8"),
    ],
)
def test_only_the_latest_is_due_and_not_for_ever(today, key):
    occurrence = due(ENDED, DAYS, True, today)
    assert (occurrence and occurrence.key) == key


def test_after_two_weeks_without_cron_one_is_due():
    assert due(ENDED, [30, 33, 36, 40], False, date(2018, 8, 15)).key == "40"


def test_the_day_is_that_of_the_site():
    evening = datetime(2018, 8, 4, 20, tzinfo=ZoneInfo("UTC"))
    days = {
        zone: Case(None, None, ENDED, ZoneInfo(zone)).today(evening).day
        for zone in ("Pacific/Noumea", "Indian/Reunion", "Europe/Paris", "America/Guadeloupe")
    }
    assert days == {
        "Pacific/Noumea": 5,
        "Indian/Reunion": 5,
        "Europe/Paris": 4,
        "America/Guadeloupe": 4,
    }


def test_what_editors_may_write():
    assert read_days("90, 30;30 ,  180") == [30, 90, 180]
    for wrong in ("", "30, demain", "0", "-3", "3651", "9" * 30, "٣٠", "30,,90"):
        with pytest.raises(ValidationError):
            read_days(wrong)
