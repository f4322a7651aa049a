"""Words that a question may do without, by language; without accents or elision."""

from collections.abc import Iterable

_BY_LANGUAGE = {
    # The words of questions say what one wants to know, which no page holds: "à quoi sert…".
    # Single letters are what is left of l'île when the apostrophe is not typed.
    "fr": """
        a au aux avec ce celle celles celui ces cet cette ceux comme dans de des donc du elle elles
        en est et eux il ils je la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous
        on ont ou par pas pour que quel quelle quelles quels qui sa se ses si son sont sur ta te tes
        toi ton tu un une vers vos votre vous y
        c d j l m n qu s t
        combien comment entre faut lequel laquelle peut peuvent peux pourquoi puis quand quoi
        sert servent signifie signifient
    """,
    "en": """
        a an and are as at be by do does for from has have how in into is it its may mean means must
        of on or our should that the their them they this to was were what which who will with you
        your s t
    """,
    "ro": """
        a acest aceasta ai al ale am ar are au ca care ce cu cum de din dintre dupa ei el este fi in
        la lor lui mai ne nu o pe pentru prin sa sau se si sunt un una unei unor unui
    """,
}
_WORDS = {language: frozenset(words.split()) for language, words in _BY_LANGUAGE.items()}

STOP_WORDS = frozenset().union(*_WORDS.values())
"""Those of every language."""


def stop_words(languages: Iterable[str]) -> frozenset[str]:
    """Return the stop words of some languages, given by their codes."""
    known = (_WORDS.get(language.split("-")[0], frozenset()) for language in languages)
    return frozenset().union(*known)
