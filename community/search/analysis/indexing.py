"""The words under which a text is found."""

from collections.abc import Sequence
from itertools import groupby

from .folding import LONGEST_TEXT, plain
from .inclusive import with_all_forms
from .splitting import also_written, tokens
from .stemming import stem


def index_text(text: str, languages: Sequence[str] = ("fr",), *, stemmed: bool = True) -> str:
    """Return the words under which ``text`` is found, separated by spaces.

    An inclusive form gives each of the words it stands for. What may be written otherwise
    (coconstruction for co-construction) comes after the text, so that phrases stay together, and
    so do the stems in other ``languages`` than the first, for what belongs to no language. With
    ``stemmed=False`` words stay whole, for completion while typing.
    """
    written = with_all_forms(plain(text[:LONGEST_TEXT]))
    found = tokens(written)
    words = [token.word for token in found]
    others = also_written(written, found)
    # The forms of one word mostly share a stem: once is enough, and phrases stay together.
    if not stemmed:
        return " ".join(word for word, _repeats in groupby(words + others))
    main = [word for word, _repeats in groupby(stem(word, languages[0]) for word in words)]
    extra = dict.fromkeys(stem(word, languages[0]) for word in others)
    for language in languages[1:]:
        extra |= dict.fromkeys(stem(word, language) for word in dict.fromkeys(words + others))
    known = set(main)
    return " ".join(main + [word for word in extra if word not in known])
