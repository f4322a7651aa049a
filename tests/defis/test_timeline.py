"""The story of a défi: its states, what became of each step, its photos, its quiet times."""

from datetime import date
from types import SimpleNamespace

import pytest
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction

from defis.models import DefiPage, State
from defis.steps import Fate, fates
from defis.timeline import moment_of
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

JANUARY, MARCH, JUNE = date(2020, 1, 10), date(2020, 3, 10), date(2020, 6, 10)


def told(day: date, *steps: dict, state: str = State.TESTING, pk: int = 0) -> SimpleNamespace:
    """A follow-up that holds ``steps``, each a value with its key."""
    held = [
        SimpleNamespace(id=step["key"], value={"text": step["key"], "due": None, **step})
        for step in steps
    ]
    return SimpleNamespace(pk=pk or day.month, date=day, state=state, next_steps=held)


def test_the_fate_of_a_step_is_what_the_latest_follow_up_that_holds_it_says():
    story = [
        told(
            JANUARY,
            {"key": "a", "due": MARCH},
            {"key": "b"},
            {"key": "c", "due": JUNE},
            {"key": "d"},
        ),
        told(MARCH, {"key": "a", "done": True}, {"key": "b", "given_up": True}, {"key": "e"}),
        told(JUNE, {"key": "a", "done": True}, {"key": "b"}, {"key": "f", "done": True}),
    ]
    found = {step.key: step for step in fates(reversed(story), date(2020, 7, 1))}
    assert list(found) == ["a", "b", "c", "d", "e", "f"]
    seen = {key: (str(one.fate), one.promised, one.settled) for key, one in found.items()}
    assert seen == {
        "a": (Fate.DONE, JANUARY, MARCH),  # said again in June, done since March
        "b": (Fate.OPEN, JANUARY, None),  # given up, then taken up again
        "c": (Fate.LATE, JANUARY, None),  # due in June, nobody spoke of it again
        "d": (Fate.OPEN, JANUARY, None),
        "e": (Fate.OPEN, MARCH, None),
        "f": (Fate.DONE, None, JUNE),  # never promised here
    }
    assert {s.key: s.fate for s in fates(story, JUNE)}["c"] == Fate.OPEN  # not late on its day
    stopped = [*story, told(date(2020, 8, 1), state=State.STOPPED)]
    left = {step.key: step for step in fates(stopped, date(2021, 1, 1))}
    assert left["c"].fate == left["d"].fate == Fate.GIVEN_UP
    assert (left["a"].settled, left["d"].settled) == (MARCH, date(2020, 8, 1))
    # Once the second follow-up is kept to the team, its news is not known.
    assert {s.key: s.settled for s in fates([story[0], story[2]], JUNE)}["a"] == JUNE

    moment = moment_of(story[1], story, date(2020, 7, 1))
    assert (moment.earlier, moment.later) == (story[0], story[2])
    assert [(then.fate, since and since.fate) for then, since in moment.steps] == [
        (Fate.DONE, None),
        (Fate.GIVEN_UP, Fate.OPEN),
        (Fate.OPEN, None),
    ]


def body(*texts: str, image: object = None) -> list[dict]:
    blocks = [{"type": "paragraph", "value": f"<p>{text}</p>"} for text in texts]
    if image is not None:
        value = {"image": image.pk, "decorative": False, "alt_text": "Un zorglub rouge"}
        blocks.append({"type": "image", "value": {"image": value, "caption": ""}})
    return blocks


def test_the_story_is_dated_filtered_and_folded(defi, report, client):
    url = defi.get_url()
    assert client.get(url).context["story"].total == 0
    image = get_image_model().objects.first()
    step = {"type": "step", "id": "s1", "value": {"text": "Peindre le zorglub", "done": False}}
    report(defi, State.TESTING, JANUARY, body=body("Premier essai."), next_steps=[step])
    quiet = [report(defi, State.TESTING, date(2020, 2, day)) for day in (1, 2)]
    report(defi, State.TESTING, MARCH, body=body("Des photos", image=image))
    done = {**step, "value": {"text": "Peindre le zorglub", "done": True}}
    report(defi, State.DEPLOYED, JUNE, body=body("Il sert.", "Deux fois."), next_steps=[done])

    story = client.get(url).context["story"]
    assert [[entry.page.date for entry in part] for part in story.parts] == [
        [JUNE],
        [MARCH],
        [quiet[1].date, quiet[0].date],
        [JANUARY],
    ]
    assert story.parts[0][0].text == "Il sert. Deux fois."
    assert {one.value: one.number for one in story.filters} == {
        "etats": 2,
        "etapes": 2,
        "medias": 1,
    }
    shown = client.get(url).content.decode()
    assert 'alt="Un zorglub rouge"' in shown and "10 juin 2020" in shown
    only = client.get(f"{url}?suivi=medias").context["story"]
    assert [part[0].page.date for part in only.parts] == [MARCH]
    for junk in ("?suivi=zorglub", "?suivi=%00", "?suivi=" + "9" * 5000, "?suivi=obstacles"):
        assert len(client.get(url + junk).context["story"].parts) == 4


def test_a_long_story_shows_its_end_first_and_costs_the_same(defi, report, client):
    image = get_image_model().objects.first()
    for day in (1, 2, 3, 4):
        report(defi, State.TESTING, date(2020, 1, day), body=body("Des photos", image=image))
    before = queries(client, defi.get_url())
    assert before <= 20, client.report
    for day in range(5, 13):
        report(defi, State.TESTING, date(2020, 1, day), body=body("Encore", image=image))
    assert queries(client, defi.get_url()) == before
    story = client.get(defi.get_url()).context["story"]
    assert (len(story.parts), story.more, story.parts[0][0].page.date.day) == (10, 2, 12)
    everything = client.get(f"{defi.get_url()}?suivi=tout").context["story"]
    assert (len(everything.parts), everything.more) == (12, 0)


def test_a_step_of_the_fiche_is_told_with_what_became_of_it(defi, report, client):
    page = DefiPage.objects.get(pk=defi.pk)
    page.next_steps = [{"type": "item", "value": text} for text in ("Peindre", "Vernir")]
    page.save_revision().publish()
    step = {"type": "step", "value": {"text": "peindre", "done": True}}
    report(defi, State.TESTING, JANUARY, next_steps=[step])
    story = client.get(defi.get_url()).context["story"]
    assert [(text, step and step.fate) for text, step in story.promised] == [
        ("Peindre", Fate.DONE),
        ("Vernir", None),
    ]
    assert not story.steps


def test_a_restricted_follow_up_says_for_whom_it_is(defi, report, client, porteur):
    step = {"type": "step", "id": "s", "value": {"text": "Peindre le zorglub", "done": False}}
    shown = report(defi, State.TESTING, JANUARY, body=body("Premier essai."), next_steps=[step])
    done = {**step, "value": {"text": "Peindre le zorglub", "done": True}}
    hidden = report(defi, State.TESTING, MARCH, body=body("Le secret."), next_steps=[done])
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for page in (defi, shown):
        text = client.get(page.get_url()).content.decode()
        assert hidden.get_url() not in text and "10 mars 2020" not in text
    assert client.get(defi.get_url()).context["story"].steps[0].fate == Fate.OPEN
    member = porteur.get(defi.get_url())
    assert member.context["story"].steps[0].fate == Fate.DONE
    assert member.context["follow_ups"][0].audience == "community"
    assert porteur.get(hidden.get_url()).context["page"].audience == "community"
    assert hidden.get_url() in porteur.get(shown.get_url()).content.decode()
