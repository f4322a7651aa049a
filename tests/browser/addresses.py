"""Every kind of address that a visitor may open, one example of each."""

from community.pages import IndexPage
from tests.page_types import INDEX_TYPES, PAGE_TYPES, label

from .served import Served

# One that is too short, with a note, a lock and a method that is no longer there.
SESSION = (
    "v=1&duree=120&personnes=13&famille=understand&lieu=on_site&debut=09:00"
    "&e=ouverture.10.attentes-et-craintes&e=methode.35.cinq-pourquoi.fixe&e=pause.10"
    "&e=methode.30.personas&e=methode.10.disparue&e=cloture.10.prochains-pas&n1=Des+feutres"
)
# What is neither a page nor the default state of one, at paths that design.md fixes.
OTHERS = {
    "english home": "/en/",
    "search, not yet": "/recherche/",
    "search, found": "/recherche/?q=d%C3%A9fi",
    "search, nothing": "/recherche/?q=introuvable",
    "list as a table": "/defis/?vue=table",
    "list, filtered": "/defis/?etat=prototype&q=rennes",
    "site map": "/plan-du-site/",
    "composer": f"/composer/?{SESSION}",
    "run sheet": f"/composer/deroule/?{SESSION}",
    "timer": f"/composer/minuteur/?{SESSION}",
    "programme": "/editions/2018/rennes/programme/",
    "programme, edition": "/editions/2018/programme/",
    "programme, not yet": "/editions/2017/cluny/programme/",
    "edition in full": "/editions/2018/",
    "questions": "/editions/2018/les-enjeux/questions/",
    "observatory": "/defis/observatoire/",
    "not found": "/nulle-part/",
}
# Pages made private by fill_site.py: what an anonymous visitor sees is a form.
PRIVATE = ("login", "password")
# Their forms need a cookie against forgery; no other page sets any.
WITH_COOKIE = {"login", "password"}

# Lists that share one template differ by what they list: two of them show it.
LISTS = [model for model in INDEX_TYPES if model.index_template == IndexPage.index_template]
TYPES = [label(model) for model in PAGE_TYPES if model not in LISTS[2:]]
KINDS = [*TYPES, *OTHERS, *PRIVATE]


def path_to(kind: str, served: Served) -> str:
    """Return the path for one of ``KINDS``."""
    return OTHERS.get(kind) or served.path(kind)
