"""What the script of wagtail-localize says to editors in our own French, not in the package's.

Its words are in a catalogue apart, for scripts, which that of the project does not win over.
"""

from typing import Any

from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.i18n import JavaScriptCatalog

WORDS = (
    # Without its last space, the French of the package gives "Publier dansanglais".
    _("Publish in"),
    _("Convert to alias page"),
    _("Stop Synced translation"),
    _("Stopping Synced translation"),
    _("Not translated"),
    _("Changed"),
    _("Uses %s version"),
    _("Revert to %s version"),
    _("Download PO file and input translations offline"),
    _("Upload PO file"),
    _("Upload translated PO file to submit translations"),
)


class ScriptWords(JavaScriptCatalog):
    """The catalogue of that script, with our words."""

    packages = ["wagtail_localize"]

    def get_catalog(self) -> dict[str, Any]:
        theirs = super().get_catalog()
        ends = {said.rstrip(): said[len(said.rstrip()) :] for said in theirs}
        ours = {word + ends[word]: gettext(word) + ends[word] for word in WORDS if word in ends}
        return theirs | ours


def urls() -> list[Any]:
    """The address of the catalogue; to be read before that of wagtail-localize."""
    return [path("localize/jsi18n/", ScriptWords.as_view(), name="script_words")]
