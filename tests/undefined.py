"""Our own templates fail on an undefined variable; those of Django and Wagtail do not.

Wagtail's admin templates lean on undefined variables being empty, so Django's setting
``string_if_invalid`` cannot simply be filled. This string is empty and false, as Django's own is,
unless the expression that meets it stands in a file of ours.
"""

import sys
from types import FrameType

from django.template.base import FilterExpression, Node
from django.templatetags.i18n import BlockTranslateNode

# Templates say with these filters that a variable may be missing.
ALLOWING = {"default", "default_if_none"}
# From the expression up to the node that holds it there are at most a few calls.
DEPTH = 8


class UndefinedVariable(AssertionError):
    """A template of the project used a variable that its context does not have."""


class StrictString(str):
    """The value of ``string_if_invalid``: raises when one of ``folders`` holds the template."""

    def __new__(cls, *folders: str) -> "StrictString":
        string = super().__new__(cls, "")
        string.folders = folders
        return string

    def __bool__(self) -> bool:
        # Asked by FilterExpression.resolve() alone, once the look-up has failed.
        caller = sys._getframe(1)
        if caller.f_code is FilterExpression.resolve.__code__:
            expression = caller.f_locals["self"]
            if not ALLOWING & {getattr(func, "__name__", "") for func, _ in expression.filters}:
                self.refuse(caller, expression.token)
        return False

    def __contains__(self, part: object) -> bool:
        # Asked by {% blocktranslate %} for a variable that the context lacks.
        caller = sys._getframe(1)
        if caller.f_code.co_qualname.startswith(BlockTranslateNode.__name__):
            self.refuse(caller, caller.f_locals.get("key", "?"))
        return str.__contains__("", str(part))

    def refuse(self, frame: FrameType | None, name: str) -> None:
        """Raise UndefinedVariable when the node being rendered stands in one of our files."""
        for _ in range(DEPTH):
            frame = frame.f_back if frame else None
            node = frame.f_locals.get("self") if frame else None
            if isinstance(node, Node):
                origin = str(getattr(node, "origin", "") or "")
                if origin.startswith(self.folders):
                    line = getattr(getattr(node, "token", None), "lineno", "?")
                    raise UndefinedVariable(f"{{{{ {name} }}}} is undefined: {origin}:{line}")
                return
