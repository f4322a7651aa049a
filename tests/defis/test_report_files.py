"""The photos and documents of a follow-up: cleaned, kept, refused, and as private as it is."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from community.accounts.roles import PORTEURS
from community.models import CommunityDocument, CommunityImage, User
from defis.models import DraftFile, FollowUpFile, ReportDraft
from defis.teams import add_member, team_of

from .reporting import SENTENCE, faults, mark_of, photo, post, sent, shows

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def form(first):
    return reverse("defis:report", args=[first.pk])


def upload(name, content=b"%PDF-1.4 zorglub", kind="application/pdf"):
    return SimpleUploadedFile(name, content, kind)


def test_a_photo_tells_nothing_but_what_it_shows(porteur, form, coordinator, client, signed_in):
    mark = mark_of(porteur, form)
    post(porteur, form, "save", mark, text=SENTENCE, photos=[photo(), photo("again.jpg")])
    row = DraftFile.objects.get()  # The same content twice is kept once.
    assert row.file.name.startswith("documents/")
    shown = porteur.get(f"{form}photo/{row.pk}/")
    kept = Image.open(BytesIO(shown.getvalue()))
    assert kept.size == (40, 60) and kept.format == "JPEG"
    assert not kept.getexif() and b"Zorgphone" not in shown.getvalue()
    add_member(row.draft.team, User.objects.get(email__startswith="rennes"))
    assert signed_in("campus").get(f"{form}photo/{row.pk}/").status_code == 404
    assert client.get(f"/media/{row.file.name}").status_code == 404
    # A photo is described, or said to say nothing more.
    assert len(faults(post(porteur, form, "preview", mark, text=SENTENCE))) == 1
    typed = {"text": SENTENCE, f"file-{row.pk}-alt": "Deux bassins vus du gradin"}
    preview = post(porteur, form, "preview", mark, **typed)
    assert shows(preview, "preview") and "Deux bassins vus" in preview.content.decode()
    name = row.file.name
    post(porteur, form, "send", mark)
    draft = ReportDraft.objects.get()
    page = draft.follow_up.get_latest_revision_as_object()
    image = page.body[1].value["image"]
    assert image.contextual_alt_text == image.description == "Deux bassins vus du gradin"
    assert "IMG_1234" not in image.file.name and image.uploaded_by_user == draft.author
    assert not draft.files.exists() and not draft.data
    assert name != image.file.name


def test_documents_are_as_private_as_their_follow_up(porteur, editor, client, form, first):
    team = team_of(first)
    team.may_publish = True
    team.save()
    page = sent(porteur, form, audience="team", documents=[upload("Bilan été.pdf")])
    document = FollowUpFile.objects.get().document
    assert page.body[-1].value["document"] == document
    assert document.title == "Bilan été"
    assert client.get(document.url).status_code == 302
    assert editor.get(document.url).status_code == 200
    assert porteur.get(document.url).status_code == 200
    page.view_restrictions.all().delete()
    assert client.get(document.url).status_code == 200
    page.unpublish()
    assert client.get(document.url).status_code == 302


@pytest.fixture
def stranger(db):
    """The browser of a porteur of another défi."""
    user = User.objects.create_user("ailleurs@maillage.example")
    user.groups.add(Group.objects.get(name=PORTEURS))
    client = Client()
    client.force_login(user)
    return client


def test_nobody_chooses_what_they_may_not_see(porteur, form, editor, stranger):
    mark = mark_of(porteur, form)
    files = {"photos": [photo()], "documents": [upload("zorglub.pdf")]}
    post(porteur, form, "save", mark, text=SENTENCE, **files)
    row = DraftFile.objects.get(kind="photo")
    post(porteur, form, "preview", mark, text=SENTENCE, **{f"file-{row.pk}-alt": "zorglub vu"})
    post(porteur, form, "send", mark)
    for kind in ("wagtailimages_chooser", "wagtaildocs_chooser"):
        found = [
            "zorglub" in each.get(reverse(f"{kind}:choose")).content.decode()
            for each in (porteur, editor, stranger)
        ]
        assert found == [True, True, False]


@pytest.mark.parametrize(
    ("field", "file", "word"),
    [
        ("photos", ("IMG_1.HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 40), "HEIC"),
        ("photos", ("page.jpg", b"<script>alert(1)</script>"), "JPEG"),
        ("photos", ("dessin.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "JPEG"),
        ("photos", ("lourde.jpg", b"x" * (10 * 1024 * 1024 + 1)), "lourde.jpg"),
        ("documents", ("page.html", b"<script>"), "pdf"),
        ("documents", ("virus.pdf.exe", b"MZ"), "pdf"),
        ("documents", ("vide.pdf", b""), "vide.pdf"),
    ],
    ids=["heic", "no picture", "svg", "heavy", "html", "exe", "empty"],
)
def test_a_refused_file_takes_no_word_with_it(porteur, form, field, file, word):
    typed = {field: [upload(*file)], "documents" if field == "photos" else "photos": []}
    saved = post(porteur, form, "save", text=SENTENCE, **{k: v for k, v in typed.items() if v})
    html = saved.content.decode()
    assert SENTENCE in html and word in html
    assert saved.context["refused"]
    assert not DraftFile.objects.exists()


def test_a_follow_up_is_no_album_and_what_goes_is_gone(porteur, form):
    before = CommunityImage.objects.count(), CommunityDocument.objects.count()
    mark = mark_of(porteur, form)
    photos = [photo(f"{n}.jpg", (60, 40 + n)) for n in range(9)]
    saved = post(porteur, form, "save", mark, text=SENTENCE, photos=photos)
    assert len(saved.context["refused"]) == 1
    row = DraftFile.objects.first()
    post(porteur, form, "save", mark, text=SENTENCE, **{f"file-{row.pk}-remove": "on"})
    assert DraftFile.objects.count() == 7
    assert (CommunityImage.objects.count(), CommunityDocument.objects.count()) == before


def test_what_is_purged_leaves_no_file(porteur, form, django_capture_on_commit_callbacks):
    post(porteur, form, "save", text=SENTENCE, photos=[photo()])
    name = DraftFile.objects.get().file.name
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        ReportDraft.objects.all().delete()
    assert not default_storage.exists(name)
