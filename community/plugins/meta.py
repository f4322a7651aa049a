"""What a plugin says of itself before anything of it is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version


@dataclass(frozen=True)
class PluginMeta:
    """A plugin's description.

    ``summary``: one sentence for people, translatable. ``version``: the plugin's own, as in
    PEP 440. ``requires_community``: the range of ``community`` versions it works with, such as
    ``">=1.0,<2"``. ``depends_on``: labels of the plugins it cannot do without.

    Building one never raises: discovery asks ``faults()`` and reports them all by name.
    """

    summary: str | Promise
    version: str
    requires_community: str
    depends_on: Sequence[str] = ()

    def faults(self) -> list[str]:
        """Return what is wrong with this description, in English; empty when it is sound."""
        # A lazy translation cannot be read yet (the settings are still loading), so it is trusted.
        faults = []
        if not isinstance(self.summary, Promise) and not _is_text(self.summary):
            faults.append("summary must be a sentence")
        if not _is_version(self.version):
            faults.append(f"version {self.version!r} is no version number such as '1.0.0'")
        if not _is_range(self.requires_community):
            faults.append(
                f"requires_community {self.requires_community!r} is no version range "
                "such as '>=1.0,<2'"
            )
        if isinstance(self.depends_on, str) or not _are_labels(self.depends_on):
            faults.append(
                f"depends_on {self.depends_on!r} must be a tuple of labels such as ('events',)"
            )
        return faults

    def accepts_community(self, version: str) -> bool:
        """Tell whether this version of ``community`` is in the range; pre-releases count."""
        return SpecifierSet(self.requires_community).contains(version, prereleases=True)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_version(value: Any) -> bool:
    try:
        Version(value)
    except (InvalidVersion, TypeError):
        return False
    return True


def _is_range(value: Any) -> bool:
    # An empty range accepts everything, which is what nobody can promise.
    try:
        return isinstance(value, str) and len(SpecifierSet(value)) > 0
    except InvalidSpecifier:
        return False


def _are_labels(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset) and all(
        isinstance(label, str) and label.isidentifier() for label in value
    )
