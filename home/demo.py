"""The home page, plain pages, news and menus of the demonstration."""

from typing import Any

from wagtail.models import Locale, Page, Site

from community.demo.loader import DemoLoader, only
from community.plugins import home_sections

from .models import ContentPage, HomePage, Menu, NewsIndexPage, NewsPage


def load(demo: DemoLoader) -> None:
    """Make the plain pages and the news, and in the end the menus."""
    for row in demo.data("home/pages")["page"]:
        body = demo.body(row["body"])
        demo.page(demo.home, ContentPage, row["slug"], body=body, **demo.common(row))
    index = demo.page(
        demo.home,
        NewsIndexPage,
        "actualites",
        title="Actualités",
        summary=("Ce qui se passe entre deux universités : rendez-vous, bilans, publications."),
    )
    for row in demo.data("home/news")["news"]:
        body = demo.body(row["body"])
        page = demo.page(
            index, NewsPage, row["slug"], date=row["date"], body=body, **demo.common(row)
        )
        paths = row.get("related", ())
        demo.at_the_end.append(lambda page=page, paths=paths: demo.relate(page, paths))
    demo.at_the_end.append(lambda: _menus(demo))


def make_home(demo: DemoLoader) -> Page:
    """Make the home page and let the site begin there."""
    row = demo.data("home/pages")["home"]
    texts = [{"type": "text", "value": block["html"]} for block in row["intro"]]
    offered = [
        {"type": "section", "value": {"key": section.key, "title": ""}}
        for section in home_sections()
    ]
    texts_of = only(row, "title", "motto", "summary")
    root = Page.get_first_root_node()
    home = demo.page(root, HomePage, "accueil", sections=[*texts, *offered], **texts_of)
    _use_as_root(home)
    return home


def _use_as_root(home: Page) -> None:
    """Point the site to ``home`` and remove the welcome page that Wagtail's migrations made."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    welcome = site.root_page
    if welcome.pk == home.pk:
        return
    site.root_page = home
    site.save()
    if welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def _menus(demo: DemoLoader) -> None:
    for row in demo.data("home/menus")["menu"]:
        natural = {"kind": row["kind"], "locale": Locale.get_default()}
        links = [{"type": "link", "value": _link(demo, item)} for item in row["items"]]
        demo.keep(row["kind"], Menu, natural, items=links)


def _link(demo: DemoLoader, item: dict[str, str]) -> dict[str, Any]:
    """A link to the page at this path, or to the path when no page stands there."""
    address = demo.home.url_path + item["path"].lstrip("/")
    page = Page.objects.filter(url_path=address).first()
    if page is None:
        return {"page": None, "address": item["path"], "label": item["label"]}
    return {"page": page.pk, "address": "", "label": item["label"]}
