"""Counts the searches that found nothing, for editors, and nothing of who searched.

The one thing that asking for a page writes, with the count of downloads. People type names, numbers
and troubles into a search box: what looks like personal data is never kept, no time finer than the
month is, and what was asked on one occasion alone is shown to nobody, then forgotten.
"""

import datetime
import hashlib
import logging
import re

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from community.models import SearchMiss
from community.pages import active_language
from community.search.analysis import LONGEST_QUERY, fold, terms
from community.security.machines import says_it_is_a_machine

logger = logging.getLogger(__name__)

OCCASION = 60 * 60
"""Seconds in which the same words, whoever types them, are counted once."""

MOST_A_MONTH = 2_000
"""Different searches kept of one month: robots invent as many as they please."""

SEEN_FROM = 2
"""Occasions from which the words show in the report."""

MONTHS = 12
"""For how long they are kept."""

# An e-mail address, a link; six digits or more make a telephone, a date of birth, an account.
_ADDRESS = re.compile(r"@|://|www\.")
_MOST_DIGITS = 5
# A spreadsheet would take a word after one of these for a formula.
_BEFORE_A_WORD = re.compile(r"^[\W_]+")


def found_nothing(request: HttpRequest, text: str) -> None:
    """Count one more search for ``text`` that found nothing on the whole site, by a visitor.

    To be called when the first page of an unfiltered search is empty. Neither people who work in
    the administration nor machines that say so are counted. Never raises: a search is not to fail
    because it could not be counted.
    """
    words = kept_words(text)
    user = request.user
    if request.method != "GET" or not words or says_it_is_a_machine(request):
        return
    if user.has_perm("wagtailadmin.access_admin"):
        return
    language = active_language()
    try:
        if cache.add(_key(language, words), True, OCCASION):
            with transaction.atomic():
                _count(language, words)
    except Exception:
        logger.exception("A search that found nothing could not be counted")


def kept_words(text: str) -> str:
    """Return ``text`` as it may be kept, folded and cut; nothing when it may hold personal data."""
    words = " ".join(fold(text[:LONGEST_QUERY].replace("\0", "")).split())
    digits = sum(letter.isdigit() for letter in words)
    if not terms(words) or digits > _MOST_DIGITS or _ADDRESS.search(words):
        return ""
    return _BEFORE_A_WORD.sub("", words)[: SearchMiss.LONGEST].strip()


def purge(today: datetime.date | None = None) -> int:
    """Delete what is older than ``MONTHS``, and what past months saw once; return how many rows."""
    month = _first_day(today or timezone.localdate())
    years, before = divmod(month.month - 1 - MONTHS, 12)
    oldest = month.replace(year=month.year + years, month=before + 1)
    past = SearchMiss.objects.filter(month__lt=month)
    gone = past.filter(number__lt=SEEN_FROM) | past.filter(month__lt=oldest)
    return gone.delete()[0]


def _count(language: str, words: str) -> None:
    month = _first_day(timezone.localdate())
    row = SearchMiss.objects.filter(month=month, language=language, text=words)
    if row.update(number=F("number") + 1):
        return
    this_month = SearchMiss.objects.filter(month=month)
    if this_month.count() >= MOST_A_MONTH:
        # What was asked once, the longest ago, makes room.
        once = this_month.filter(number__lt=SEEN_FROM).order_by("pk").first()
        if once is None:
            return
        once.delete()
    # Two visitors may be here at once; the second one's is the same row.
    _row, made = SearchMiss.objects.get_or_create(month=month, language=language, text=words)
    if not made:
        row.update(number=F("number") + 1)


def _first_day(day: datetime.date) -> datetime.date:
    return day.replace(day=1)


def _key(language: str, words: str) -> str:
    return "search.miss." + hashlib.sha256(f"{language} {words}".encode()).hexdigest()
