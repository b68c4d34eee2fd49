"""No page and no action asks another host, leaves a cookie or a trace, or does what the content policy forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, Request
from playwright.async_api import Error as BrowserError

from proof.browsing import arrive, in_tabs
from proof.ground import Ground
from proof.outcome import Outcome
from proof.progress import Progress
from proof.step import NONE, Step, in_chromium

_WATCH = """addEventListener("securitypolicyviolation", e => {
  (window.violations ??= []).push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`);
})"""
_LEFT = """async () => ({
  cookies: [document.cookie].filter(Boolean),
  stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(e => e.name), ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(e => e.scope)],
  violations: window.violations ?? [],
})"""
_PRESSED = "main :is(button, summary):visible, header :is(.menu > summary, .scheme button):visible"
SCHEMES = {"light", "dark"}
"""The only thing that may be kept is the chosen colour scheme, and that only once it is chosen."""


@dataclass
class Asked:
    """What one context has asked for: how much in all, and the addresses beside its host."""

    count: int = 0
    foreign: list[str] = field(default_factory=list)


class Watched:
    """What the contexts of one pass ask for. Each is told by itself: visits in several tabs go on at once."""

    def __init__(self, host: str) -> None:
        self.host = host
        self._asked: dict[BrowserContext, Asked] = {}

    async def prepare(self, context: BrowserContext) -> None:
        self._asked[context] = Asked()
        context.on("request", lambda request: self._request(self._asked[context], request))
        await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.host)
        await context.add_init_script(_WATCH)

    def _request(self, asked: Asked, request: Request) -> None:
        asked.count += 1
        if not request.url.startswith((f"{self.host}/", "data:", "blob:")):
            asked.foreign.append(request.url)

    def take(self, context: BrowserContext) -> Asked:
        """What a context has asked for since this was last called for it: its tab opens one page after another."""
        taken, self._asked[context] = self._asked[context], Asked()
        return taken

    def left(self) -> Iterator[str]:
        """The foreign addresses that no visit has taken: of pages that failed, or were being left."""
        for asked in self._asked.values():
            yield from asked.foreign


async def open_all(browser: Browser, host: str, addresses: Sequence[str], progress: Progress) -> list[str]:
    """Opens every page and looks at what it asked for and left. Returns a line for each that could not be opened."""
    watched = Watched(host)

    async def visit(page: Page, name: str) -> None:
        await arrive(page, host + name)
        found = await page.evaluate(_LEFT)
        asked = watched.take(page.context)
        progress.add(name, found | {"asked": asked.count, "foreign": asked.foreign})

    left = [address for address in addresses if address not in progress.done]
    failed = await in_tabs(browser, left, visit, watched.prepare, viewport={"width": 1280, "height": 800})
    if foreign := list(watched.left()):
        progress.add("elsewhere", _nothing() | {"foreign": foreign})
    return failed


async def act_all(browser: Browser, host: str, queries: Mapping[str, str], progress: Progress) -> list[str]:
    """On each page presses everything that can be pressed, searches, and chooses a colour scheme.

    `queries` has words for each address that the search of its version finds.
    """
    watched = Watched(host)

    async def visit(page: Page, name: str) -> None:
        await arrive(page, host + name.removeprefix("act "))
        pressed = await _press(page)
        refused = (await page.evaluate(_LEFT))["violations"]
        await arrive(page, host + name.removeprefix("act "))
        if await page.locator("a.search-link").count():
            await page.keyboard.type(f"/{queries[name.removeprefix('act ')]}")
            await page.wait_for_selector("[data-search-results] a[data-hit]")
        found = await page.evaluate(_LEFT)
        kept = await page.evaluate("() => Object.values(localStorage)")
        chosen = (
            len(kept) == 1
            and set(kept) <= SCHEMES
            and found["stored"] == await page.evaluate("() => Object.keys(localStorage)")
        )
        found["stored"] = [] if chosen else found["stored"]
        found["violations"] += [each for each in refused if each not in found["violations"]]
        await page.evaluate("() => localStorage.clear()")
        progress.add(name, found | {"asked": pressed, "foreign": watched.take(page.context).foreign})

    left = [name for name in (f"act {address}" for address in queries) if name not in progress.done]
    return await in_tabs(browser, left, visit, watched.prepare, viewport={"width": 320, "height": 800})


async def _press(page: Page) -> int:
    """Presses every button and everything that opens, as far as it is shown when its turn comes; says how many."""
    pressed = 0
    for button in await page.locator(_PRESSED).all():
        try:
            if await button.is_visible():
                await button.click(timeout=2_000)
                pressed += 1
        except BrowserError:  # what was pressed before has taken it away
            continue
    return pressed


def _nothing() -> dict[str, Any]:
    return {"cookies": [], "stored": [], "violations": [], "asked": 0, "foreign": []}


def findings(done: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """A line for each thing that should not be."""
    names = {"foreign": "asks", "cookies": "sets the cookie", "stored": "keeps", "violations": "is refused"}
    return [f"{name}: {said} {what}" for name, found in done for key, said in names.items() for what in found[key]]


def _run(ground: Ground, progress: Progress) -> Outcome:
    places = ground.places
    pages = places.every_page()
    words = {version.locale: places.query(version) for version in places.versions}
    # The page of a wording leads on at once.
    queries = {place.address: words[place.version] for place in places.each_kind() if place.kind != "wording"}

    async def work(browser: Browser, host: str) -> list[str]:
        return await open_all(browser, host, pages, progress) + await act_all(browser, host, queries, progress)

    failed, version = in_chromium(work, ground)
    rows = list(progress.done.items())
    found = {key: sum(len(row[key]) for _, row in rows) for key in ("foreign", "cookies", "stored", "violations")}
    asked = sum(row["asked"] for name, row in rows if name.startswith("/"))
    pressed = sum(row["asked"] for name, row in rows if name.startswith("act "))
    figures = {"pages": len(pages), "requests": asked, "pressed": pressed, **found}
    return Outcome(figures, dict.fromkeys(found, NONE), findings=findings(rows) + failed, tools={"Chromium": version})


STEP = Step("privacy", "private", _run)
