"""Fixtures for the tests on the demonstration: who asks, and for what."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Locale, Site

from community.demo.accounts import ACCOUNTS
from community.models import User

ADDRESSES = {role: address for role, _given, _family, address, _group in ACCOUNTS}


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Forget what a request of another test left in this process: its language, its caches."""
    cache.clear()
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def site(db: None) -> Site:
    """The site of the demonstration."""
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def french(db: None) -> Locale:
    """The language of the demonstration."""
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def english(db: None) -> Locale:
    """The other language of the site."""
    return Locale.objects.get(language_code="en")


@pytest.fixture
def account(db: None) -> Callable[[str], User]:
    """Give the demonstration's account for a role: editor, coordinator or porteur."""
    return lambda role: User.objects.get(email=ADDRESSES[role])


@pytest.fixture
def signed_in(account: Callable[[str], User]) -> Callable[[str], Client]:
    """Give a browser in which somebody is signed in."""

    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(account(role))
        return client

    return sign_in


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    """The browser of somebody who writes and publishes."""
    return signed_in("editor")


@pytest.fixture
def coordinator(signed_in: Callable[[str], Client]) -> Client:
    """The browser of somebody who approves what porteurs submit."""
    return signed_in("coordinator")


@pytest.fixture
def porteur(signed_in: Callable[[str], Client]) -> Client:
    """The browser of somebody who reports on the first défi."""
    return signed_in("porteur")


@pytest.fixture
def asked(site: Site) -> Callable[..., HttpRequest]:
    """Give the request of a visitor: ``asked("/defis/", user, {"q": "eau"})``."""

    def ask(path: str = "/", user: object = None, data: object = None) -> HttpRequest:
        request = RequestFactory().get(path, data)
        request.user = user or AnonymousUser()
        request.session = {}
        return request

    return ask
