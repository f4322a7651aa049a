"""The photos and documents of follow-ups, read together: a body would ask for each of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.images import get_image_model
from wagtail.images.shortcuts import get_rendition_or_not_found

SPEC = "fill-320x240|format-webp"
#: So many photos of one follow-up are shown in the story; its own page has them all.
SHOWN = 3


@dataclass(frozen=True)
class Photo:
    """A photo of a body: its image's key and its text alternative, empty when it is decoration."""

    image: int
    alt: str


def photos_of(follow_up: Any) -> list[Photo]:
    """Return the photos of a follow-up's body, without asking the database."""
    inner = [value.get("image") for kind, value in blocks_of(follow_up) if kind == "image"]
    return [
        Photo(image["image"], "" if image.get("decorative") else image.get("alt_text") or "")
        for image in inner
        if image and image.get("image")
    ]


def documents_of(follow_up: Any) -> int:
    """Return how many documents a follow-up's body gives."""
    return sum(kind == "document" for kind, _value in blocks_of(follow_up))


def blocks_of(follow_up: Any) -> Iterable[tuple[str, Any]]:
    """Return the type and the stored value of each block of a follow-up's body."""
    return [(raw["type"], raw["value"]) for raw in follow_up.body.raw_data]


def thumbnails(keys: Iterable[int]) -> dict[int, Any]:
    """Return the small version of each image, by its key; made when it is not there yet.

    One query as soon as they are.
    """
    wanted = set(keys)
    if not wanted:
        return {}
    images = get_image_model()
    made = images.get_rendition_model().objects.filter(image_id__in=wanted, filter_spec=SPEC)
    found = {one.image_id: one for one in made}
    missing = wanted - found.keys()
    for image in images.objects.filter(pk__in=missing) if missing else ():
        found[image.pk] = get_rendition_or_not_found(image, SPEC)
    return found
