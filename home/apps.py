"""The plugin that brings the home page, plain pages, news, menus and the site map."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from community.plugins import HomeSection, Plugin, PluginMeta


class Home(Plugin):
    name = "home"
    verbose_name = _("Home and pages")
    meta = PluginMeta(
        summary=_("Home page, plain pages, news, menus, site map"),
        version="1.0.0",
        requires_community=">=1.0,<2",
    )

    def ready(self) -> None:
        from . import menus  # noqa: F401 - connects its receiver

    def home_sections(self) -> list[HomeSection]:
        from .sections import latest_news

        return [
            HomeSection("home.news", _("News"), "home/sections/news.html", latest_news, order=90)
        ]

    def slots(self) -> dict[str, Any]:
        from .menus import footer_menu, main_menu

        return {"site.main_menu": main_menu, "site.footer_menu": footer_menu}

    def url_patterns(self) -> list[Any]:
        from .urls import urlpatterns

        return urlpatterns

    def demo_home(self, demo: Any) -> Any:
        from .demo import make_home

        return make_home(demo)

    def load_demo(self, demo: Any) -> None:
        from .demo import load

        load(demo)
