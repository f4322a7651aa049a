"""Follows docs/plugins.md with its plugin installed, and reports what came of each step."""

import importlib
import json
import sys

import django


def main() -> None:
    django.setup()
    from django.apps import apps
    from django.conf import settings
    from django.core.checks import run_checks
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse
    from django.utils import translation
    from wagtail.models import Page, Site

    from community.demo.loader import DemoLoader
    from community.models import User
    from community.plugins import plugins
    from defis.models import DefiIndexPage, DefiPage
    from home.models import HomePage

    call_command("makemigrations", "citations", verbosity=0)
    importlib.invalidate_caches()
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    messages = [str(message) for message in run_checks()]
    call_command("migrate", interactive=False, verbosity=0)

    sections = [{"type": "section", "value": {"key": "citations.of_the_day", "title": ""}}]
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Accueil", slug="accueil", sections=sections))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    defis = home.add_child(instance=DefiIndexPage(title="Défis", slug="defis"))
    defi = defis.add_child(instance=DefiPage(title="Comment… ?", slug="un", number=1))
    other = defis.add_child(instance=DefiPage(title="Comment ?", slug="deux", number=2))
    draft = defis.add_child(instance=DefiPage(title="Quoi ?", slug="trois", number=3, live=False))

    quotes = apps.get_model("citations", "Quote").objects
    citations = next(plugin for plugin in plugins() if plugin.label == "citations")
    for _time in range(2):
        citations.load_demo(DemoLoader(settings.BASE_DIR / "demo", home, {}))
    demonstration = quotes.count()
    quotes.all().delete()
    empty = Client().get("/").content.decode()
    quotes.create(sentence="À tout le <monde>", said_by="Une maire")
    quotes.create(sentence="À propos du défi", said_by="Un agent", page=defi)
    quotes.create(sentence="Trop tôt", said_by="Un agent", page=draft)
    quotes.filter(page=None).update(language="en")

    editor = Client()
    editor.force_login(User.objects.create_superuser("editor@example.org"))
    with translation.override("en"):
        english = reverse("citations:index")
    with translation.override("fr"):
        visits = {
            "empty home": empty,
            "home": Client().get("/").content.decode(),
            "list": Client().get(reverse("citations:index")).content.decode(),
            "search": Client().get("/recherche/?q=monde").content.decode(),
            "search, draft": Client().get("/recherche/?q=tôt").content.decode(),
            "english list": Client().get(english).content.decode(),
            "défi": Client().get(defi.get_url()).content.decode(),
            "other défi": Client().get(other.get_url()).content.decode(),
            "dashboard": editor.get("/admin/").content.decode(),
            "snippets": editor.get("/admin/snippets/citations/quote/").content.decode(),
        }
    report = {
        "plugins": [plugin.label for plugin in plugins()],
        "address": reverse("citations:index"),
        "messages": messages,
        "demonstration": demonstration,
        "visits": visits,
    }
    sys.stdout.write(f"\n{json.dumps(report)}\n")


if __name__ == "__main__":
    main()
