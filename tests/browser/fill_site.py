"""Fills the site that the browser visits. Runs in a process of its own, on the served database.

    python -m tests.browser.fill_site <folder>

Writes ``pages.json`` into the folder: the public path and the number of one page of each kind.
"""

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

PASSWORD = "un mot de passe partagé"


def main(folder: Path) -> None:
    """Load the demonstration, add what it lacks, and say where each kind of page is."""
    django.setup()
    from django.core.management import call_command
    from wagtail.models import PageViewRestriction

    from home.models import ContentPage
    from tests.page_types import PAGE_TYPES, example, label

    call_command("prepare")
    draw_pictures()
    if not (folder / "demo-accounts.txt").exists():
        give_passwords(folder / "demo-accounts.txt")
    examples = {label(model): example(model) for model in PAGE_TYPES}
    home = example(ContentPage).get_parent()
    examples["login"] = keep_private(home, "reserve", PageViewRestriction.LOGIN)
    examples["password"] = keep_private(home, "confidentiel", PageViewRestriction.PASSWORD)
    examples["video elsewhere"] = with_video_elsewhere(examples["events.WebinarIndexPage"])
    found = {kind: (urlsplit(page.full_url).path, page.pk) for kind, page in examples.items()}
    (folder / "pages.json").write_text(json.dumps(found, indent=1), encoding="utf-8")


def draw_pictures() -> None:
    """Draw what the copied demonstration has tiny pictures of."""
    from django.conf import settings
    from django.core.files.base import ContentFile

    from community.demo.loader import drawing_function
    from community.models import CommunityImage

    draw = drawing_function(settings.BASE_DIR / "demo" / "illustrations.py")
    for image in CommunityImage.objects.filter(width__lt=100, title__startswith="Dessin « "):
        key = image.title.removeprefix("Dessin « ").removesuffix(" »")
        image.file = ContentFile(draw(key), name=f"{key}.webp")
        image.save()


def give_passwords(file: Path) -> None:
    """Give the accounts of the copied demonstration passwords, and write them down."""
    from community.demo.accounts import ACCOUNTS
    from community.models import User

    for role, _given, _family, address, _group in ACCOUNTS:
        user = User.objects.get(email=address)
        user.set_password(PASSWORD.replace(" ", "-"))
        user.save()
        with file.open("a", encoding="utf-8") as lines:
            lines.write(f"{role} {address} {PASSWORD.replace(' ', '-')}\n")


def keep_private(parent: Any, slug: str, kind: str) -> Any:
    """Return a page below ``parent`` that not everybody may open."""
    from wagtail.models import PageViewRestriction

    from home.models import ContentPage

    page = parent.add_child(instance=ContentPage(title="Une page réservée", slug=slug))
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password=PASSWORD)
    return page


def with_video_elsewhere(parent: Any) -> Any:
    """Return a webinar whose replay is kept by somebody else."""
    from django.utils import timezone

    from events.models import WebinarPage

    page = WebinarPage(title="Une vidéo ailleurs", slug="ailleurs", starts_at=timezone.now())
    page.replay_url = "https://video.example.org/w/4uZnUPQ3ZWUy9Sb9mPXqbA"
    page.chapters = [{"type": "chapter", "value": {"time": 90, "title": "La suite"}}]
    return parent.add_child(instance=page)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
