"""Reading a list of the public site."""

from playwright.sync_api import Locator, Page


def titles(page: Page) -> list[str]:
    """Return the titles of the cards that the list shows, in order."""
    return page.locator(".cards h3").all_inner_texts()


def count_beside(page: Page, box: str) -> int:
    """Return the number that the list announces beside a box to tick."""
    return int(page.locator(f"label:has({box}) small").inner_text())


def follow(page: Page, target: Locator) -> None:
    """Click on ``target`` and wait for the page that it leads to.

    A click alone does not wait: without a script nothing else tells when the list has changed.
    """
    with page.expect_navigation():
        target.click()
