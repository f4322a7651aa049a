"""What Zotero and Google Scholar read in the head of a reference's page: Highwire's tags.

Rules: Zotero's translator "Embedded Metadata" and Google Scholar's guidelines for webmasters.
"""

from .items import Item
from .people import date_parts, inverted, pages_of, people

#: The type of Zotero for each type of CSL; "document" for the others.
TYPES = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "classic": "book",
    "dataset": "dataset",
    "entry": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "pamphlet": "document",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "regulation": "statute",
    "report": "report",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
_CONTAINER = {
    "journalArticle": "citation_journal_title",
    "bookSection": "citation_inbook_title",
    "conferencePaper": "citation_inbook_title",
}
_HOUSE = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
_PLAIN = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "collection-title": "citation_series_title",
    "ISBN": "citation_isbn",
    "ISSN": "citation_issn",
    "DOI": "citation_doi",
    "language": "citation_language",
    "URL": "citation_public_url",
    "abstract": "citation_abstract",
}


def item_type(item: Item) -> str:
    """Return what Zotero calls such an item."""
    return TYPES.get(item.get("type", ""), "document")


def highwire(item: Item, address: str) -> list[tuple[str, str]]:
    """Return the (name, content) of each meta tag for an item shown at ``address``."""
    kind = item_type(item)
    tags = [("z:itemType", kind), ("citation_title", str(item["title"]))]
    tags += _authors(item)
    tags += [("citation_editor", inverted(name)) for name in people(item, "editor")]
    if parts := date_parts(item.get("issued")):
        day = "/".join(f"{part:02d}" for part in parts)
        tags.append(("citation_publication_date", day))
    if holder := item.get("container-title"):
        tags.append((_CONTAINER.get(kind, "citation_series_title"), str(holder)))
    if kind == "conferencePaper":
        # After the title of the proceedings: the last of these tags decides on the type.
        event = item.get("event-title") or item.get("container-title") or item["title"]
        tags.append(("citation_conference_title", str(event)))
    tags.append((_HOUSE.get(kind, "citation_publisher"), str(item.get("publisher") or "")))
    if kind == "report":
        tags.append(("citation_technical_report_number", str(item.get("number") or "")))
    tags += [(tag, str(item.get(name) or "")) for name, tag in _PLAIN.items()]
    tags += zip(("citation_firstpage", "citation_lastpage"), pages_of(item), strict=True)
    tags.append(("citation_abstract_html_url", address))
    return [(name, content) for name, content in tags if content]


def _authors(item: Item) -> list[tuple[str, str]]:
    """One tag for each; Zotero cuts a lone “de la Rue, Jean Paul” at its comma, unless a
    semicolon says that the name is one."""
    names = [inverted(name) for name in people(item, "author")]
    if len(names) == 1:
        before, _comma, after = names[0].partition(", ")
        names = [f"{names[0]};" if " " in before and " " in after else names[0]]
    return [("citation_author", name) for name in names]
