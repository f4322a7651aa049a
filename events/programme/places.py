"""Where a line of the programme may be followed, and at what time there, in words."""

from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.models.campus import TIME_ZONES

from .entry import Entry
from .items import Item
from .wording import clock


def zone_name(zone: ZoneInfo) -> str:
    """Return the name of a time zone as people say it: « heure de Paris »."""
    return str(TIME_ZONES.get(zone.key, zone.key))


def rooms(item: Item) -> str:
    """Return the rooms of a line, and where it is relayed from, for those who know the site."""
    found = ", ".join(entry.room for entry in item.entries if entry.room)
    origins = {entry.origin_campus for entry in item.entries if entry.is_relay}
    titles = [campus.title for campus in origins if campus]
    if not titles:
        return found
    live = _("live from %(site)s") % {"site": ", ".join(titles)}
    return f"{live} · {found}" if found else live


def sites(item: Item, zone: ZoneInfo) -> str:
    """Return the sites of a line with their rooms, and their own time where ``zone`` differs."""
    given = [entry for entry in item.entries if not entry.is_relay]
    relayed = [entry for entry in item.entries if entry.is_relay]
    words = ", ".join(_site(entry, zone) for entry in given)
    if not relayed:
        return words
    live = _("live in %(sites)s") % {"sites": ", ".join(_site(entry, zone) for entry in relayed)}
    return f"{words} · {live}" if words else live


def _site(entry: Entry, zone: ZoneInfo) -> str:
    """Return « Martinique, salle 2 (8 h 30, heure de Martinique) »."""
    name = ", ".join(part for part in (entry.campus.title, entry.room) if part)
    there, here = entry.local_start, entry.start.astimezone(zone)
    if there.utcoffset() == here.utcoffset():
        return name
    hour = clock(there)
    if there.date() != here.date():
        hour = f"{date_format(there, 'l')} {hour}"
    return f"{name} ({hour}, {zone_name(entry.zone)})"
