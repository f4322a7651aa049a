"""A reference as schema.org (release 30) describes the work."""

from typing import Any

from .items import Item
from .names import full_name
from .people import date_parts, people

_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
    "post-weblog": "BlogPosting",
    "post": "SocialMediaPosting",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "map": "Map",
    "manuscript": "Manuscript",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "periodical": "Periodical",
    "review": "Review",
    "review-book": "Review",
    "song": "AudioObject",
    "collection": "Collection",
}
# Where the work was published, by the type of the work.
_HOLDERS = {"Chapter": "Book", "ScholarlyArticle": "Periodical", "Article": "Periodical"}
_HOLDERS |= {"NewsArticle": "Newspaper", "WebPage": "WebSite", "BlogPosting": "Blog"}
_PAGED = {"ScholarlyArticle", "Article", "NewsArticle", "Report", "BlogPosting", "Chapter"}
_ROLES = {"author": "author", "editor": "editor", "translator": "translator"}


def work(item: Item) -> dict[str, Any]:
    """Return the work that a CSL item describes, with properties of its own type only."""
    kind = _TYPES.get(item["type"], "CreativeWork")
    data: dict[str, Any] = {"@type": kind, "name": item["title"]}
    for role, name in _ROLES.items():
        data[name] = [_person(one) for one in people(item, role)]
    parts = date_parts(item.get("issued"))
    data["datePublished"] = "-".join(
        f"{p:04d}" if n == 0 else f"{p:02d}" for n, p in enumerate(parts)
    )
    data["inLanguage"] = item.get("language")
    data["abstract"] = item.get("abstract")
    data["url"] = item.get("URL")
    if doi := item.get("DOI"):
        data["sameAs"] = f"https://doi.org/{doi}"
    if publisher := item.get("publisher"):
        data["publisher"] = {"@type": "Organization", "name": publisher}
    if kind == "Book":
        data["isbn"] = item.get("ISBN")
        data["bookEdition"] = item.get("edition")
    if kind in _PAGED:
        data["pagination"] = item.get("page")
    if holder := item.get("container-title"):
        data["isPartOf"] = _holder(_HOLDERS.get(kind, "CreativeWork"), holder, item)
    return {name: value for name, value in data.items() if value}


def _person(name: dict[str, str]) -> dict[str, str]:
    if name.get("literal"):
        return {"@type": "Organization", "name": name["literal"]}
    data = {"@type": "Person", "name": full_name(name)}
    data |= {"familyName": name.get("family", ""), "givenName": name.get("given", "")}
    return {key: value for key, value in data.items() if value}


def _holder(kind: str, name: str, item: Item) -> dict[str, Any]:
    data = {"@type": kind, "name": name}
    if kind in ("Periodical", "Newspaper") and item.get("ISSN"):
        data["issn"] = item["ISSN"]
    if kind == "Book" and item.get("ISBN"):
        data["isbn"] = item["ISBN"]
    return data
