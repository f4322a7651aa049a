"""Links to pages in rich text: to the version in the language read, when there is one."""

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .visibility import active_language


class TranslatedLinkHandler(PageLinkHandler):
    """In place of Wagtail's, which asks for each page by itself and takes an alias for a version.

    A link to a page without a version in this language says which one it leads to.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Return the opening tag of each link: two queries at most, whatever their number."""
        keys = [str(attrs.get("id")) for attrs in attrs_list]
        pages = Page.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
        known = {str(page.pk): page for page in pages.select_related("locale")}
        language = active_language()
        strangers = {
            page.translation_key for page in known.values() if page.locale.language_code != language
        }
        here = {}
        if strangers:
            versions = Page.objects.live().filter(
                translation_key__in=strangers, locale__language_code=language, alias_of=None
            )
            here = {page.translation_key: page for page in versions.select_related("locale")}
        return [
            _tag(here.get(page.translation_key, page) if page else None)
            for page in map(known.get, keys)
        ]


def _tag(page: Page | None) -> str:
    if page is None:
        return "<a>"
    code = page.locale.language_code
    if code == active_language():
        return format_html('<a href="{}">', page.url)
    return format_html('<a href="{}" hreflang="{}">', page.url, code)
