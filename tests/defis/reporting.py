"""Filling in the follow-up form as its readers do: open it, take its mark, post."""

import re
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from defis.models import FollowUpPage

SENTENCE = "Le parcours zorglub a ouvert dans deux piscines."


def mark_of(client: Client, address: str, **query: str) -> str:
    """Open the form at ``address``; return its mark."""
    page = client.get(address, query)
    assert page.status_code == 200, page.status_code
    return re.search(r'name="mark" value="([^"]+)"', page.content.decode())[1]


def post(client: Client, address: str, action: str, mark: str = "", **typed: Any) -> Any:
    """Press a button of the form at ``address``, with what was typed; follow to the next page."""
    mark = mark or mark_of(client, address)
    data = {"mark": mark, "action": action, **typed}
    if action != "send":
        data = {"fields": "1", **data}
    return client.post(address, data, follow=True)


def sent(client: Client, address: str, **typed: Any) -> FollowUpPage:
    """Write, read over, send; return the follow-up that it made."""
    mark = mark_of(client, address)
    preview = post(client, address, "preview", mark, **{"text": SENTENCE, **typed})
    assert "defis/reports/preview.html" in {each.name for each in preview.templates}, faults(
        preview
    )
    done = post(client, address, "send", mark)
    assert shows(done, "sent")
    return FollowUpPage.objects.order_by("-pk")[0]


def shows(answer: Any, name: str) -> bool:
    """Whether the page shown is this one of the form: form, preview, sent."""
    return f"defis/reports/{name}.html" in {each.name for each in answer.templates}


def faults(page: Any) -> list[str]:
    """What the form asks to put right."""
    return [fault.text for fault in (page.context or {}).get("faults") or []]


def photo(name: str = "IMG_1234.jpg", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    """A photo that says where it was taken, and that lies on its side."""
    picture, content = Image.new("RGB", size, "teal"), BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Zorgphone"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 6.0, 0.0), 3: "W", 4: (1.0, 40.0, 0.0)})
    picture.save(content, "JPEG", exif=exif)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")
