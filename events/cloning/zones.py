"""Which time zone is meant: by its name, by the words shown for it, by the place."""

import zoneinfo

from django.conf import settings
from django.utils.translation import override

from community.models import Territory
from community.pages.sorting import sort_key
from events.models.campus import TIME_ZONES

#: Places whose zone is not that of Paris, as they are sorted: without accent, hyphen or article.
PLACES = {
    "guadeloupe": "America/Guadeloupe",
    "pointe a pitre": "America/Guadeloupe",
    "basse terre": "America/Guadeloupe",
    "martinique": "America/Martinique",
    "fort de france": "America/Martinique",
    "guyane": "America/Cayenne",
    "cayenne": "America/Cayenne",
    "saint pierre et miquelon": "America/Miquelon",
    "reunion": "Indian/Reunion",
    "mayotte": "Indian/Mayotte",
    "mamoudzou": "Indian/Mayotte",
    "nouvelle caledonie": "Pacific/Noumea",
    "noumea": "Pacific/Noumea",
    "polynesie francaise": "Pacific/Tahiti",
    "tahiti": "Pacific/Tahiti",
    "papeete": "Pacific/Tahiti",
    "wallis et futuna": "Pacific/Wallis",
    "roumanie": "Europe/Bucharest",
    "iasi": "Europe/Bucharest",
}
_WORDS = ("heure de l ", "heure de la ", "heure de ", "heure d ")


def zone_named(words: str) -> str | None:
    """Return the zone called ``words``: its IANA name or what is shown for it in any language."""
    wanted = words.strip().casefold()
    for name in (*TIME_ZONES, *zoneinfo.available_timezones()):
        if name.casefold() == wanted:
            return name
    for language, _name in settings.LANGUAGES:
        with override(language):
            for name, label in TIME_ZONES.items():
                if _key(str(label)) == _key(words):
                    return name
    return PLACES.get(_key(words))


def zone_of_place(words: tuple[str, ...], territory: Territory | None) -> str:
    """Return the zone of the first place that says one, else that of Paris."""
    above = [territory, *territory.ancestors()] if territory else []
    names = (*words, *(one.name for one in above))
    return next((PLACES[_key(name)] for name in names if _key(name) in PLACES), settings.TIME_ZONE)


def _key(words: str) -> str:
    key = sort_key(words)
    start = next((start for start in _WORDS if key.startswith(start)), "")
    return sort_key(key.removeprefix(start))
