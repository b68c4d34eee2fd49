"""The browsers of the smoke walk, each behind the same few verbs.

Chromium is driven by Playwright. Firefox is driven over Marionette, the protocol that geckodriver speaks to it:
Debian has Firefox but no geckodriver. WebKit is WebKitGTK's MiniBrowser behind WebKitWebDriver, which Debian has.
A browser that is not there raises `NotHere` with what to install.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import sync_playwright

from chromium import BrowserMissing, find_browser
from conftest import BROWSER_ARGUMENTS
from proof.processes import display, free_port, running
from proof.webdriver import Firefox, WebKit

MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser")
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class NotHere(Exception):
    """One sentence: which program is missing and what to install."""


class Browser(Protocol):
    """What the walk does with a browser."""

    version: str

    def open(self, url: str) -> None:
        """Goes to an address and waits until it is loaded."""

    def run(self, body: str, *arguments: Any) -> Any:
        """The value that the body of a function returns on the page; `arguments` are its `arguments`."""

    def click(self, css: str) -> None:
        """Clicks the first element that fits, as a reader does."""

    def type(self, keys: str) -> None:
        """Presses one key after another where the focus is."""


class Chromium:
    """Chromium, Chrome or Edge as installed."""

    def __init__(self, page: Any) -> None:
        self.version = f"Chromium {page.context.browser.version}"
        self._page = page

    def open(self, url: str) -> None:
        self._page.goto(url, wait_until="load")

    def run(self, body: str, *arguments: Any) -> Any:
        return self._page.evaluate(f"a => (function () {{ {body} }}).apply(null, a)", list(arguments))

    def click(self, css: str) -> None:
        self._page.locator(css).first.click()

    def type(self, keys: str) -> None:
        self._page.keyboard.type(keys)


@contextmanager
def chromium() -> Iterator[Browser]:
    try:
        program = find_browser()
    except BrowserMissing as missing:
        raise NotHere(str(missing)) from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*BROWSER_ARGUMENTS, *_as_root()])
        yield Chromium(browser.new_page(viewport={"width": 1280, "height": 800}))
        browser.close()


@contextmanager
def firefox() -> Iterator[Browser]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        raise NotHere("Firefox is not here (Debian: apt install firefox-esr)")
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, ExitStack() as stack:
        preferences = {**_PREFERENCES, "marionette.port": port}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        Path(profile, "user.js").write_text("\n".join(lines), "utf-8")
        stack.enter_context(running([program, "--headless", "--marionette", "--no-remote", "--profile", profile]))
        yield Firefox(port)


@contextmanager
def webkit() -> Iterator[Browser]:
    driver = shutil.which("WebKitWebDriver")
    browsers = [path for pattern in MINI_BROWSERS for path in sorted(Path("/").glob(pattern[1:]))]
    server = shutil.which("Xvfb")
    if not driver or not browsers or not server:
        raise NotHere("WebKitGTK is not here (Debian: apt install webkit2gtk-driver xvfb)")
    port = free_port()
    with ExitStack() as stack:
        screen = stack.enter_context(display(server))
        stack.enter_context(running([driver, f"--port={port}"], DISPLAY=screen, GDK_BACKEND="x11"))
        browser = WebKit(port, str(browsers[-1]))
        stack.callback(browser.end)
        yield browser


BROWSERS = {"chromium": chromium, "firefox": firefox, "webkit": webkit}


def _as_root() -> list[str]:
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
