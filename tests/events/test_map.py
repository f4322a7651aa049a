"""The map of an edition: every site once, inside the drawing, each label readable."""

from itertools import combinations

import pytest

from community.maps import Place, draw
from community.maps.labels import LETTER, SIZE, overlap
from events.models import CampusPage, EditionPage

pytestmark = pytest.mark.whatever_the_database

# Where thirteen sites might be: close ones, far ones, one abroad.
SITES = {
    "Paris": (48.857, 2.352),
    "Pantin": (48.894, 2.409),
    "Lille": (50.63, 3.06),
    "Rennes": (48.111, -1.680),
    "Angers": (47.47, -0.55),
    "Cluny": (46.434, 4.659),
    "Lyon": (45.757, 4.832),
    "Grenoble": (45.188, 5.725),
    "Aix-en-Provence": (43.529, 5.447),
    "Strasbourg": (48.573, 7.752),
    "Brest": (48.39, -4.49),
    "Nice": (43.70, 7.26),
    "Toulouse": (43.60, 1.44),
}
FAR = {
    "Martinique": (14.64, -61.02),
    "Le Lamentin": (14.61, -60.99),
    "La Réunion": (-21.13, 55.53),
    "Nouméa": (-22.27, 166.44),
    "Iași": (47.158, 27.601),
}


def places(sites):
    return [Place(name, f"/{name}/", *at) for name, at in sites.items()]


def test_every_site_stands_once_within_the_drawing_and_its_frame():
    drawing = draw(places({**SITES, **FAR}))
    marks = {mark.place.label: mark for mark in drawing.marks}
    assert len(drawing.marks) == len(marks) == len(SITES) + len(FAR)
    for mark in drawing.marks:
        assert 0 < mark.x < drawing.width
        assert 0 < mark.y < drawing.height
    assert marks["Brest"].x < marks["Rennes"].x < marks["Paris"].x < marks["Strasbourg"].x
    assert marks["Lille"].y < marks["Paris"].y < marks["Lyon"].y < marks["Nice"].y
    lowest = max(marks[name].y for name in SITES)
    assert all(marks[name].y > lowest for name in FAR), "overseas stand in insets below"
    captions = [caption.text for caption in drawing.captions]
    assert captions == ["Martinique", "La Réunion", "Nouvelle-Calédonie", "Iași"]
    # Alone and called like its frame, a site is not named twice.
    assert not marks["La Réunion"].named
    assert not marks["Iași"].named
    assert marks["Martinique"].named
    assert marks["Nouméa"].named


def test_no_label_covers_another_nor_leaves_the_map():
    drawing = draw(places(SITES))

    def covers(mark):
        width = len(mark.place.label) * LETTER
        left = {"start": 0, "end": width, "middle": width / 2}[mark.anchor]
        top = mark.text_y - SIZE * 0.84
        return mark.text_x - left, top, mark.text_x - left + width, top + SIZE

    boxes = {mark.place.label: covers(mark) for mark in drawing.marks}
    for one, other in combinations(boxes, 2):
        assert overlap(boxes[one], boxes[other]) < 20, (one, other)
    for box in boxes.values():
        assert min(box) > -2
        assert box[2] < drawing.width + 2


def test_nothing_is_drawn_of_places_without_coordinates():
    assert draw([Place("Ici", "/", None, None)]) is None
    one = draw([Place("Ici", "/", None, None), *places(FAR)[:1]])
    assert [mark.place.label for mark in one.marks] == ["Martinique"]
    assert one.height < 200, "without a site there, mainland France is not drawn"


@pytest.mark.django_db
def test_the_page_draws_its_visible_sites_and_lists_them_all(client):
    edition = EditionPage.objects.get(year=2018, locale__language_code="fr")
    rennes, cluny, aix = (
        CampusPage.objects.child_of(edition).get(slug=slug)
        for slug in ("rennes", "cluny", "aix-en-provence")
    )
    cluny.territory = None
    cluny.save()
    aix.unpublish()
    response = client.get(edition.get_url())
    drawn = {mark.place.label for mark in response.context["map"].marks}
    assert drawn == {"Rennes", "Strasbourg", "Martinique", "La Réunion"}
    html = response.content.decode()
    head, svg, rest = html.partition('<svg class="map"')
    svg, _end, rest = rest.partition("</svg>")
    # The drawing is for the eye and the pointer; the list, which follows, for everybody.
    assert svg.startswith(' viewBox="') and 'aria-hidden="true"' in svg
    assert f'<a href="{rennes.get_url()}" tabindex="-1"><title>Rennes</title>' in svg
    assert cluny.get_url() not in svg
    assert f'<h3><a href="{cluny.get_url()}">Cluny</a></h3>' in rest
    assert aix.get_url() not in html
