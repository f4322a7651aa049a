"""What a page is and where it stands, in the words that people add to its title."""

from django.utils import translation
from wagtail.models import Page

from .homes import HOME_DEPTH


def context_words(page: Page) -> str:
    """Return the name of the type of ``page`` and the names of what it stands in, one by one.

    Somebody who wants the page "Rennes" of the edition "2018" types both, or "édition" before the
    name of one. Lists and home pages, where everything stands, have no name of that kind: see
    ``CommunityPage.known_as``. Names that change after the page was indexed are those of the next
    ``update_index``.
    """
    if not page.known_as:  # type: ignore[attr-defined]
        return ""
    above = page.get_ancestors().filter(live=True, depth__gt=HOME_DEPTH)
    names = [getattr(one.specific, "known_as", "") for one in above if _has_name(one)]
    with translation.override(page.locale.language_code):
        return " ".join([str(page._meta.verbose_name), *filter(None, names)])


def _has_name(page: Page) -> bool:
    """Whether the type of ``page`` gives its pages names, which spares reading a list."""
    return isinstance(getattr(page.specific_class, "known_as", ""), property)
