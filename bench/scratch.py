"""A database of synthetic pages, made for a measure and dropped after it."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import dj_database_url
import django
from django.conf import settings

OWN = "community.search.backend"


def create_pages(number: int, words: list[str]) -> list:
    """Create ``number`` pages under the root, of about 250 words each, and return them."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    rng = random.Random(2)
    frequencies = [1 / rank for rank in range(1, len(words) + 1)]
    root = Page.get_first_root_node()
    first = root.numchild + 1
    shared = {
        "content_type": ContentType.objects.get_for_model(Page),
        "locale": Locale.get_default(),
        "depth": root.depth + 1,
    }
    return Page.objects.bulk_create(
        Page(
            title=" ".join(rng.choices(words, frequencies, k=6)),
            slug=f"page-{index}",
            url_path=f"/page-{index}/",
            path=Page._get_path(root.path, root.depth + 1, index),
            search_description=" ".join(rng.choices(words, frequencies, k=250)),
            **shared,
        )
        for index in range(first, first + number)
    )


@contextmanager
def scratch_database(url: str) -> Iterator[None]:
    """Configure Django and make a database for the time of the block."""
    with tempfile.TemporaryDirectory() as folder:
        database = dj_database_url.parse(url or f"sqlite:///{folder}/unused.sqlite3")
        database["TEST"] = {"NAME": f"{folder}/bench.sqlite3" if not url else "search_bench"}
        settings.configure(
            DATABASES={"default": database},
            DEFAULT_AUTO_FIELD="django.db.models.AutoField",
            INSTALLED_APPS=[
                "wagtail.search",
                "wagtail",
                "taggit",
                "django.contrib.auth",
                "django.contrib.contenttypes",
            ],
            LANGUAGE_CODE="fr",
            STATIC_URL="/static/",
            USE_TZ=True,
            WAGTAILSEARCH_BACKENDS={"default": {"BACKEND": OWN}},
        )
        django.setup()
        from django.db import connection

        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
