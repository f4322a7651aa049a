"""What this plugin adds to the administration."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .bibliography import admin as bibliography
from .bibliography import rich_text
from .glossary import editor
from .viewsets import MethodTrialViewSet

register_snippet(MethodTrialViewSet)
hooks.register("register_rich_text_features", rich_text.register)
hooks.register("register_rich_text_features", editor.register_no_definitions)
hooks.register("register_admin_urls", bibliography.urls)
hooks.register("register_admin_menu_item", bibliography.menu_item)
