"""Home page, plain pages, news, menus."""

from .menu import Menu
from .news import NewsIndexPage, NewsPage
from .pages import ContentPage, HomePage

__all__ = ["ContentPage", "HomePage", "Menu", "NewsIndexPage", "NewsPage"]
