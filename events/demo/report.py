"""The reports of an edition, for the demonstration: drafted, then completed as an editor would."""

from datetime import date

from django.http import HttpRequest
from wagtail.models import Site

from community.demo.loader import DemoLoader
from events.models import EditionPage, ReportKind, ReportPage
from events.report.draft import draft_afterwards, draft_body
from events.report.views import report_of


def load_report(demo: DemoLoader) -> None:
    """Make the reports of 2018 once all that it counts is there."""
    demo.at_the_end.append(lambda: _report(demo))


def _report(demo: DemoLoader) -> None:
    data = demo.data("events/report")
    for name, kind, draft in (
        ("report", ReportKind.REPORT, draft_body),
        ("afterwards", ReportKind.AFTERWARDS, draft_afterwards),
    ):
        row = data[name]
        edition = demo.at(f"editions/{row['edition']}").specific
        if not isinstance(edition, EditionPage) or report_of(edition, kind):
            continue
        drafted = draft(edition, _request(demo))
        demo.page(
            edition,
            ReportPage,
            row["slug"],
            kind=kind,
            body=[*demo.body(row["before"]), *drafted, *demo.body(row["after"])],
            drawn_up_on=date.today(),
            **demo.common(row),
        )


def _request(demo: DemoLoader) -> HttpRequest:
    site = Site.objects.get(is_default_site=True)
    request = HttpRequest()
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port)}
    return request
