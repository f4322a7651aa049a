"""The accessibility rules that a machine can check, with axe-core."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# RGAAv4: the rules that stand for tests of the RGAA, of which axe leaves out the experimental ones
# unless asked (a paragraph that looks like a heading, for one). The others go further.
TAGS = (
    *("RGAAv4", "experimental", "best-practice"),
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
)
# What the width of the window or the theme may change; the other rules ask about the same elements.
WIDTH = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")


def run(page: Page, *which: str) -> dict[str, Any]:
    """Return what axe says of ``page`` by the rules or the tags ``which``.

    The keys are violations, passes, incomplete and inapplicable.
    """
    axe, options = Axe(), {"runOnly": list(which), "resultTypes": ["violations"]}
    # Half a megabyte to read: once for each page.
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.axe_script)
    return page.evaluate("options => axe.run(options)", options)


def violations(page: Page, *which: str) -> list[str]:
    """Return one line for each element of ``page`` that breaks one of the rules."""
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for rule in run(page, *which)["violations"]
        for node in rule["nodes"]
    ]
