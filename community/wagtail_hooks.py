"""What the ground floor adds to Wagtail, each from its own room."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from community.administration.directories import Directories
from community.administration.panels import add_panels
from community.blocks import rich_text_features
from community.mail.report import MailReport
from community.media.parts import serve_part
from community.media.report import DownloadReport
from community.pages.links import TranslatedLinkHandler
from community.plugins import orphans  # noqa: F401 - registers its hook
from community.search.missed import promotions
from community.search.missed.report import MissReport
from community.translating import script_words
from community.translating.report import UntranslatedReport

register_snippet(Directories)
hooks.register("construct_homepage_panels", add_panels)

for report in (DownloadReport, MissReport, MailReport, UntranslatedReport):
    report.register()

hooks.register("construct_reports_menu", promotions.hide_search_terms)
hooks.register("register_admin_urls", promotions.urls, order=-1)
hooks.register("register_admin_urls", script_words.urls, order=-1)

# After Wagtail's own, which asks whether the visitor may open the document.
hooks.register("before_serve_document", serve_part, order=1000)


# After Wagtail's own, whose place it takes.
@hooks.register("register_rich_text_features", order=10)
def link_to_translations(features: Any) -> None:
    """Links of texts lead to the page in the language read."""
    features.register_link_type(TranslatedLinkHandler)


@hooks.register("register_rich_text_features", order=1000)
def set_default_features(features: Any) -> None:
    """Offer the same in a plain rich text field as in the blocks, after all have registered."""
    features.default_features = rich_text_features()
