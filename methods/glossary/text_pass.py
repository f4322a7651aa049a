"""What the glossary does to the text of every page."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _

from community.plugins import TextPage

from .annotation import explained
from .lexicon import lexicon

USED, SCRIPT = "methods.glossary.used", "methods.glossary.script"


def explain_terms(html: str, text_page: TextPage) -> str:
    """Explain the first use of each term in the page, unless the page asks for none.

    The term that the page is about is never explained there, nor any term in the glossary's list.
    """
    from ..models import GlossaryIndexPage

    page, memory = text_page.page, text_page.memory
    if not getattr(page, "explain_words", False) or isinstance(page, GlossaryIndexPage):
        return html
    # A page that waits for its translation is still written in the language of its source.
    known = lexicon(text_page.request, page.source_language)
    used = memory.setdefault(USED, {page.pk, page.alias_of_id})
    before = len(used)
    html = explained(html, known.matcher, known.by_key, used)
    if len(used) > before and SCRIPT not in memory:
        memory[SCRIPT] = True
        html += _script()
    return html


def _script() -> str:
    """The module that shows definitions beside the words: only pages with some load it."""
    return format_html(
        '<script type="module" src="{}" data-more="{}"></script>',
        static("methods/js/terms.js"),
        _("See in the glossary"),
    )
