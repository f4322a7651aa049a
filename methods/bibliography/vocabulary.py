"""The words of the Citation Style Language 1.0.2 that an editor chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CslType(models.TextChoices):
    """The types of CSL 1.0.2 (appendix III); the most useful here come first."""

    BOOK = "book", _("Book")
    CHAPTER = "chapter", _("Chapter of a book")
    ARTICLE_JOURNAL = "article-journal", _("Journal article")
    REPORT = "report", _("Report")
    WEBPAGE = "webpage", _("Web page")
    THESIS = "thesis", _("Thesis")
    PAPER_CONFERENCE = "paper-conference", _("Conference paper")
    ARTICLE_MAGAZINE = "article-magazine", _("Magazine article")
    ARTICLE_NEWSPAPER = "article-newspaper", _("Newspaper article")
    DOCUMENT = "document", pgettext_lazy("reference", "Document")
    ARTICLE = "article", _("Preprint or other article")
    BILL = "bill", _("Bill")
    BROADCAST = "broadcast", _("Broadcast")
    CLASSIC = "classic", _("Classic work")
    COLLECTION = "collection", _("Collection of archives")
    DATASET = "dataset", _("Data set")
    ENTRY = "entry", _("Entry of a database")
    ENTRY_DICTIONARY = "entry-dictionary", _("Dictionary entry")
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia", _("Encyclopedia entry")
    EVENT = "event", pgettext_lazy("reference", "Event")
    FIGURE = "figure", pgettext_lazy("reference", "Figure")
    GRAPHIC = "graphic", _("Picture or work of art")
    HEARING = "hearing", pgettext_lazy("reference", "Hearing")
    INTERVIEW = "interview", pgettext_lazy("reference", "Interview")
    LEGAL_CASE = "legal_case", _("Court decision")
    LEGISLATION = "legislation", _("Law")
    MANUSCRIPT = "manuscript", _("Manuscript")
    MAP = "map", pgettext_lazy("reference", "Map")
    MOTION_PICTURE = "motion_picture", _("Film or video")
    MUSICAL_SCORE = "musical_score", _("Musical score")
    PAMPHLET = "pamphlet", _("Leaflet")
    PATENT = "patent", _("Patent")
    PERFORMANCE = "performance", pgettext_lazy("reference", "Performance")
    PERIODICAL = "periodical", _("Periodical")
    PERSONAL_COMMUNICATION = "personal_communication", _("Personal communication")
    POST = "post", _("Post on a forum or network")
    POST_WEBLOG = "post-weblog", _("Blog post")
    REGULATION = "regulation", _("Regulation")
    REVIEW = "review", _("Review")
    REVIEW_BOOK = "review-book", _("Book review")
    SOFTWARE = "software", _("Software")
    SONG = "song", _("Audio recording")
    SPEECH = "speech", _("Talk or presentation")
    STANDARD = "standard", pgettext_lazy("reference", "Standard")
    TREATY = "treaty", _("Treaty")


class NameRole(models.TextChoices):
    """The parts that people play in a work; the rarer ones of CSL stay in ``extra``."""

    AUTHOR = "author", pgettext_lazy("reference", "Author")
    EDITOR = "editor", pgettext_lazy("reference", "Editor of the volume")
    TRANSLATOR = "translator", pgettext_lazy("reference", "Translator")
    COLLECTION_EDITOR = "collection-editor", _("Editor of the collection")
    CONTAINER_AUTHOR = "container-author", _("Author of the whole book")
    EDITORIAL_DIRECTOR = "editorial-director", _("Editorial director")
    CONTRIBUTOR = "contributor", pgettext_lazy("reference", "Contributor")
    ILLUSTRATOR = "illustrator", _("Illustrator")
    INTERVIEWER = "interviewer", _("Interviewer")
    DIRECTOR = "director", pgettext_lazy("reference", "Film director")
    ORGANIZER = "organizer", pgettext_lazy("reference", "Organiser")
    ORIGINAL_AUTHOR = "original-author", _("Author of the original")
    RECIPIENT = "recipient", pgettext_lazy("reference", "Recipient")
    REVIEWED_AUTHOR = "reviewed-author", _("Author of the work reviewed")


#: The fields of a reference that hold a variable of CSL as it is.
TEXT_VARIABLES = {
    "container_title": "container-title",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "genre": "genre",
    "event": "event-title",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "address": "URL",
    "abstract": "abstract",
    "language": "language",
    "note": "note",
}
#: The fields that hold a date of CSL.
DATE_VARIABLES = {"issued": "issued", "accessed": "accessed"}
#: Every variable of names in CSL 1.0.2, known to this site or not.
NAME_VARIABLES = {role.value for role in NameRole} | {
    *("chair", "compiler", "composer", "curator", "editor-translator", "executive-producer"),
    *("guest", "host", "narrator", "performer", "producer", "script-writer", "series-creator"),
}
#: Every variable of dates in CSL 1.0.2.
ALL_DATES = {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"}
