"""When a page is as its readers use it: its script comes after the first picture, and so after the load event."""

from playwright.sync_api import Page

AWAKE = """() => !document.querySelector("script[data-late]") || document.querySelector("[data-scheme-label] button")"""
"""True when all that the script does at once is done. Never without scripts."""
SETTLED = "() => new Promise(done => setTimeout(done))"
"""Ends when the tasks are done that the script puts off."""
DRAWN = "() => new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))"
"""The same, and those that wait for the next picture: with it a guide moves the focus."""


def open_awake(page: Page, url: str) -> None:
    """Goes to an address and waits for its script. Raises Playwright's TimeoutError where it does not come."""
    page.goto(url, wait_until="load")
    wait_awake(page)


def wait_awake(page: Page) -> None:
    """Waits for the script of the page that is there."""
    page.wait_for_function(AWAKE)
    page.evaluate(SETTLED)
