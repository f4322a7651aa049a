"""The report of an edition, for the demonstration: drafted, then completed as an editor would."""

from datetime import date

from django.http import HttpRequest
from wagtail.models import Site

from community.demo.loader import DemoLoader
from events.models import EditionPage, ReportPage
from events.report.draft import draft_body


def load_report(demo: DemoLoader) -> None:
    """Make the report of 2018 once all that it counts is there."""
    demo.at_the_end.append(lambda: _report(demo))


def _report(demo: DemoLoader) -> None:
    row = demo.data("events/report")["report"]
    edition = demo.at(f"editions/{row['edition']}").specific
    if not isinstance(edition, EditionPage) or ReportPage.objects.child_of(edition).exists():
        return
    drafted = draft_body(edition, _request(demo))
    body = [*demo.body(row["before"]), *drafted, *demo.body(row["after"])]
    demo.page(
        edition,
        ReportPage,
        row["slug"],
        body=body,
        drawn_up_on=date.today(),
        **demo.common(row),
    )


def _request(demo: DemoLoader) -> HttpRequest:
    site = Site.objects.get(is_default_site=True)
    request = HttpRequest()
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port)}
    return request
