"""Chromium with several tabs, each of which looks at one page after another."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from playwright.async_api import Error as BrowserError

from awake import AWAKE, DRAWN
from chromium import find_browser
from conftest import BROWSER_ARGUMENTS

TABS = os.cpu_count() or 1
Look = Callable[[Page, str], Awaitable[None]]
Prepare = Callable[[BrowserContext], Awaitable[None]]


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The installed browser. Raises BrowserMissing with a sentence that says what to install."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=[*BROWSER_ARGUMENTS, *(["--no-sandbox"] if root else [])]
        )
        yield browser
        await browser.close()


async def arrive(page: Page, url: str) -> None:
    """Goes to an address and waits for its script, and for the picture with which it moves the focus.

    Raises Playwright's TimeoutError where the script does not come.
    """
    await page.goto(url, wait_until="load")
    await page.wait_for_function(AWAKE)
    await page.evaluate(DRAWN)


async def nothing_more(context: BrowserContext) -> None:
    """A context as it is."""


async def in_tabs(
    browser: Browser, names: Sequence[str], look: Look, prepare: Prepare = nothing_more, **options: Any
) -> list[str]:
    """Calls `look` with a page for each name, in as many tabs as there are processors.

    Each tab has a context of its own, made with the options and handed to `prepare`. Where the browser gives up
    (waits in vain, crashes) it is tried once more in a new tab; returned is a line for each name that failed twice.
    """
    waiting = list(reversed(names))
    tried: set[str] = set()
    failed: list[str] = []

    async def tab() -> None:
        while waiting:
            async with await browser.new_context(**options) as context:
                await prepare(context)
                page = await context.new_page()
                while waiting:
                    name = waiting.pop()
                    try:
                        await look(page, name)
                    except BrowserError as error:
                        if name in tried:
                            failed.append(f"{name}: {error.message.splitlines()[0]}")
                        else:
                            tried.add(name)
                            waiting.insert(0, name)
                        break

    async with asyncio.TaskGroup() as tabs:
        for _ in range(min(TABS, len(names))):
            tabs.create_task(tab())
    return failed


async def stay(context: BrowserContext) -> None:
    """Looks at a page that leads on by script as it stands."""
    await context.route("**/redirect*.js", lambda route: route.abort())
