"""Plans in the administration for the tests: who plans, and what forms send."""

from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from community.accounts.roles import PORTEURS, allow_pages
from community.models import User
from events.models import Slot


def planner_of(page: Page, *actions: str) -> Client:
    """Return the browser of somebody who may only work on ``page`` and what is below it."""
    group = Group.objects.create(name=f"Site {page.pk}")
    allow_pages(group, page, *(actions or ("add", "change", "publish")))
    user = User.objects.create_user(f"site-{page.pk}@maillage.example", "mot de passe")
    user.groups.add(group, Group.objects.get(name=PORTEURS))
    client = Client()
    client.force_login(user)
    return client


def shown(client: Client, address: str) -> dict[str, Any]:
    """Return what the form at ``address`` shows, as the browser would send it."""
    form = client.get(address).context["form"]
    return {field.name: str(field.value() or "") for field in form}


def sent(client: Client, address: str, **values: Any) -> Any:
    """Send the form at ``address`` with these values in place of what it shows."""
    return client.post(address, {**shown(client, address), **values})


def edit(slot: Slot) -> str:
    """Return the address of the form of a slot."""
    return reverse("events_slot_edit", args=[slot.campus_id, slot.pk])


def errors(response: Any) -> dict[str, list[str]]:
    """Return the faults of the form shown, by field; "__all__" for the whole."""
    assert response.status_code == 200
    return {name: list(found) for name, found in response.context["form"].errors.items()}
