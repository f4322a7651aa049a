"""The trials of the demonstration: invented, and saying so."""

from wagtail.models import Page

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..models import MethodPage, MethodTrial


def load_trials(demo: DemoLoader) -> None:
    """Make the fictional trials, once the défis that they name are there."""
    for row in demo.data("methods/trials")["trial"]:
        method = MethodPage.objects.descendant_of(demo.home).filter(slug=row["method"]).first()
        if method is None or MethodTrial.objects.filter(method=method, story=row["story"]).exists():
            continue
        defi = Page.objects.descendant_of(demo.home).filter(slug=row.get("defi", "")).first()
        trial = MethodTrial(
            method=method,
            context=defi,
            live=False,
            has_unpublished_changes=True,
            **only(row, "people", "minutes", "variant", "story", "change"),
        )
        trial.save()
        revision = trial.save_revision(user=demo.users["editor"])
        if not row.get("waiting"):
            revision.publish()
