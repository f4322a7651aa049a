"""Signing in, as people do."""

from playwright.sync_api import Page

from .served import Account


def sign_in(page: Page, account: Account) -> None:
    """Sign in through the form, up to the workspace."""
    page.goto("/compte/connexion/mot-de-passe/?next=/admin/")
    page.fill("[name=login]", account.address)
    page.fill("[name=password]", account.password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")
