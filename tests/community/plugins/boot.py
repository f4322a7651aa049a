"""Boots the project as the environment says: migrates it, checks it, visits it, and reports."""

import json
import sys

import django

ADDRESSES = ["/", "/plan-du-site/", "/recherche/?q=commune", "/sitemap.xml", "/en/", "/admin/"]
# A page left by a plugin that is no longer there.
ORPHAN = "/gone/"
EDITOR = "editor@example.org"


def main() -> None:
    django.setup()
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType
    from django.core.checks import registry
    from django.core.management import call_command
    from django.db.migrations.loader import MigrationLoader
    from django.test import Client
    from wagtail.models import Page, Site

    from community.models import User
    from community.plugins import plugins

    call_command("migrate", interactive=False, verbosity=0)
    # What there is nothing to migrate of stands by itself, too: no key leads to a missing plugin.
    MigrationLoader(None).project_state().apps  # noqa: B018
    call_command("check", fail_level="WARNING", verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)

    # The database may come from an earlier boot, with both.
    editor = User.objects.filter(email=EDITOR).first() or User.objects.create_superuser(EDITOR)
    gone, is_new = ContentType.objects.get_or_create(app_label="gone", model="gonepage")
    if is_new:
        root = Site.objects.get(is_default_site=True).root_page
        root.add_child(instance=Page(title="Gone", slug="gone", content_type=gone))
    visitor_client, editor_client = Client(), Client()
    editor_client.force_login(editor)
    visits = {}
    for who, client in (("visitor", visitor_client), ("editor", editor_client)):
        for address in [*ADDRESSES, ORPHAN]:
            visits[f"{who} {address}"] = client.get(address).status_code
    report = {
        "plugins": [plugin.label for plugin in plugins()],
        "apps": [app.label for app in apps.get_app_configs()],
        "checked": registry.registry.tag_exists("plugins"),
        "visits": visits,
    }
    sys.stdout.write(f"\n{json.dumps(report)}\n")


if __name__ == "__main__":
    main()
