"""Défis and follow-ups to try things on."""

from collections.abc import Callable
from datetime import date

import pytest

from defis.models import DefiPage, FollowUpPage
from tests.page_types import example


@pytest.fixture
def defi(db: None) -> DefiPage:
    """A défi of the demonstration that nobody has reported on."""
    page = next(
        page for page in DefiPage.objects.live().order_by("path") if not page.get_children()
    )
    assert page.state == page.initial_state
    return page


@pytest.fixture
def report() -> Callable[..., FollowUpPage]:
    """Give a way to publish a follow-up: ``report(defi, "testing", date(2019, 1, 1))``."""

    def publish(defi: DefiPage, state: str, day: date, **values: object) -> FollowUpPage:
        page = FollowUpPage(title=f"Le {day}", state=state, date=day, **values)
        defi.add_child(instance=page)
        page.save_revision().publish()
        return page

    return publish


@pytest.fixture
def first(db: None) -> DefiPage:
    """The first défi of the demonstration: its porteur reports on it."""
    return example(DefiPage)
