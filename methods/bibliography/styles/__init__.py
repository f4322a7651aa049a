"""The citation styles to choose from, with the file and the locale of each language."""

from typing import Any

from django.http import HttpRequest

STYLES = {"iso690": "ISO 690", "apa": "APA"}
DEFAULT = "iso690"
PARAMETER = "style"
_FILES = {
    ("iso690", "fr"): ("iso690-note-fr.csl", "fr-FR"),
    ("iso690", "en"): ("iso690-author-date-en.csl", "en-GB"),
    ("apa", "fr"): ("apa.csl", "fr-FR"),
    ("apa", "en"): ("apa.csl", "en-US"),
}


def style_file(style: str, language: str) -> tuple[str, str]:
    """Return the file of a style and the locale for its words; English outside of French."""
    return _FILES[style, "fr" if language == "fr" else "en"]


def chosen_style(request: HttpRequest) -> str:
    """Return the style that the address asks for, the default one otherwise."""
    word = request.GET.get(PARAMETER, "")
    return word if word in STYLES else DEFAULT


def style_choices(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the styles with their address on this page, and which is the current one."""
    current = chosen_style(request)
    return [
        {
            "name": name,
            "label": label,
            "url": "?" if name == DEFAULT else f"?{PARAMETER}={name}",
            "current": name == current,
        }
        for name, label in STYLES.items()
    ]
