"""Whether a page fits in its window, and nothing in it is cut off."""

from playwright.sync_api import Page

# WCAG 1.4.12 (RGAA 10.12), put in a way that the content security policy allows.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

CUT_OFF = """() => {
  const hides = (way) => way === "hidden" || way === "clip";
  const shown = (box) => box.clientWidth > 1 && box.clientHeight > 1;
  return [...document.querySelectorAll("body *:not(svg, svg *, input)")].filter((box) => {
    const style = getComputedStyle(box);
    return shown(box) && !box.closest(".visually-hidden") && (
      (hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1) ||
      (hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1)
    );
  }).map((box) => box.outerHTML.slice(0, 120));
}"""


def space_out(page: Page) -> None:
    """Space the text of ``page`` out, as some readers need it."""
    page.evaluate(SPACED)


def faults(page: Page) -> list[str]:
    """Return what does not fit: the page itself, or elements that cut their text off."""
    too_wide = page.evaluate(OVERFLOW)
    return [*([f"{too_wide} px too wide"] if too_wide else []), *page.evaluate(CUT_OFF)]
