"""``manage.py load_demo``: the demonstration content, loaded once."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from wagtail.models import Page, Site

from community.demo.accounts import load_accounts
from community.demo.loader import DemoLoader
from community.demo.translations import load_translations
from community.demo.vocabularies import load_vocabularies
from community.plugins import plugins
from community.search.together import indexed_together


class Command(BaseCommand):
    help = "Loads the demonstration content and its accounts. Running it again doubles nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when the site already has pages of its own",
        )

    @transaction.atomic
    def handle(self, *args: Any, if_empty: bool, **options: Any) -> None:
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        if if_empty and has_content(site):
            self.stdout.write("The site has content: no demonstration was loaded.")
            return
        set_address(site)
        # A page is saved several times while it is made: indexing it once takes half the time.
        with indexed_together():
            created = self.load(site)
        self.stdout.write(f"Demonstration: {created} pages created.")

    def load(self, site: Site) -> int:
        """Load what is missing; return how many pages were made."""
        users = load_accounts(settings.VAR_DIR / "demo-accounts.txt")
        demo = DemoLoader(settings.BASE_DIR / "demo", site.root_page, users)
        load_vocabularies(demo)
        for plugin in plugins():
            demo.home = plugin.demo_home(demo) or demo.home
        for plugin in plugins():
            self.stdout.write(f"  {plugin.verbose_name}…")
            plugin.load_demo(demo)
        for finish in demo.at_the_end:
            finish()
        load_translations(demo)
        return demo.created


def has_content(site: Site) -> bool:
    """Whether somebody has made pages: more than the root and Wagtail's welcome page."""
    return Page.objects.filter(depth__gt=1).exclude(pk=site.root_page_id).exists() or (
        site.root_page.specific_class is not Page
    )


def set_address(site: Site) -> None:
    """Give the site the address and name of the settings: absolute links are made of it."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()
