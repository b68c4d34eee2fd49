"""One walk through the site, written once and gone in every browser.

Each kind of page in each version, a guide to its end, a search to its first hit, and the switcher with an anchor.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from awake import AWAKE
from proof.browsers import BROWSERS, Browser, NotHere
from proof.ground import Ground
from proof.outcome import Outcome
from proof.places import Place, Places
from proof.progress import Progress
from proof.server import served
from proof.step import NONE, Step

ARTICLE, GUIDE = "article", "guide"
_PATIENCE = 15.0

_SEEN = """return {
  lang: document.documentElement.lang,
  titles: document.querySelectorAll("h1").length,
  title: document.title.trim().length,
  out: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
}"""
_AWAKE = f"return Boolean(({AWAKE})())"
_SHOWN = "[data-node]:not([hidden])"
_WHERE = "return [location.pathname, location.hash]"


class Walk:
    """The walk of one browser. `wrong` says what was not as it should be."""

    def __init__(self, browser: Browser, host: str, places: Places) -> None:
        self.browser = browser
        self.host = host
        self.places = places
        self.steps = 0
        self.wrong: list[str] = []

    def go(self) -> None:
        """The whole walk. A part that a browser's error ends is a finding; the others are gone all the same."""
        rows = self.places.each_kind()
        for place in rows:
            self._try(f"{place}", lambda place=place: self._page(place))  # type: ignore[misc]
        by_kind = {(place.kind, place.version): place.address for place in rows}
        for version in self.places.versions:
            if address := by_kind.get((GUIDE, version.locale)):
                self._try(f"guide to its end {version.locale}", lambda address=address: self._guide(address))  # type: ignore[misc]
            address = by_kind[ARTICLE, version.locale]
            self._try(f"search {version.locale}", lambda address=address, v=version: self._search(address, v))  # type: ignore[misc]
        self._try("switcher", lambda: self._switcher(by_kind[ARTICLE, self.places.versions[0].locale]))

    def _try(self, name: str, part: Any) -> None:
        try:
            for told in part():
                self.wrong.append(f"{name}: {told}")
        except Exception as error:  # a browser's own errors are of many kinds
            self.wrong.append(f"{name}: {str(error).splitlines()[0]}")

    def _open(self, address: str) -> None:
        before, goal = self.browser.run("return location.pathname"), urlsplit(address).path
        self.browser.open(self.host + address)
        # Firefox comes back before it has left, where the goal has a fragment.
        left = "true" if before == goal else f"location.pathname !== {before!r}"
        self._until(f"return {left} && document.readyState === 'complete'")
        self._until(_AWAKE)
        self.steps += 1

    def _page(self, place: Place) -> Iterator[str]:
        self._open(place.address)
        seen = self.browser.run(_SEEN)
        lang = next(version.lang for version in self.places.versions if version.locale == place.version)
        if seen["lang"] != lang:
            yield f"says that it is in {seen['lang']!r}"
        if seen["titles"] != 1 or not seen["title"]:
            yield f"has {seen['titles']} first headings and a title of {seen['title']} letters"
        if seen["out"] > 0:
            yield f"sticks out by {seen['out']} px"

    def _guide(self, address: str) -> Iterator[str]:
        self._open(address)
        for _ in range(100):
            if self.browser.run(f"return document.querySelector('{_SHOWN}[data-outcome]') !== null"):
                break
            before = self.browser.run(_WHERE)
            self.browser.click(f"{_SHOWN} [data-answer]")
            self.steps += 1
            self._until(f"return location.hash !== {before[1]!r}")
        else:
            yield "no outcome after a hundred answers"
            return
        node, asked = self.browser.run(
            f"return [document.querySelector('{_SHOWN}').id, document.querySelectorAll('{_SHOWN}').length]"
        )
        if asked != 1:
            yield f"{asked} nodes are shown at the end"
        if not self.browser.run(_WHERE)[1].startswith(f"#{node}"):
            yield "the address does not name the outcome"

    def _search(self, address: str, version: Any) -> Iterator[str]:
        self._open(address)
        words = self.places.query(version)
        self.browser.type("/")
        self._until("return document.activeElement.type === 'search'")
        self.browser.type(words)
        self._until("return document.querySelectorAll('[data-search-results] a[data-hit]').length > 0")
        self._until(f"return document.querySelector('[data-search-results]').dataset.query.trim() === {words!r}")
        goal = self.browser.run("return document.querySelector('a[data-hit]').href")
        self.browser.click("a[data-hit]")
        self.steps += 1
        self._until(f"return location.href === {goal!r}")
        if not self.browser.run("return document.querySelector('h1') !== null"):
            yield f"the first hit leads to {goal}, where nothing stands"

    def _switcher(self, address: str) -> Iterator[str]:
        self._open(address)
        anchor = self.browser.run("return document.querySelector('[data-provision]').id")
        self._open(f"{address}#{anchor}")
        for place in [*self.places.versions[1:], self.places.versions[0]]:
            self.browser.click(f"header [data-version='{place.locale}']")
            self.steps += 1
            wanted = [self.places.prefixed(address, place), f"#{anchor}"]
            self._until(f"return location.pathname === {wanted[0]!r} && document.readyState === 'complete'")
            if (found := self.browser.run(_WHERE)) != wanted:
                yield f"{place.locale}: leads to {''.join(found)} instead of {''.join(wanted)}"

    def _until(self, body: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not self.browser.run(body):
            if time.monotonic() > end:
                raise TimeoutError(f"waited {_PATIENCE:.0f} s for: {body}")
            time.sleep(0.05)


def step(name: str) -> Step:
    """The walk in one browser. One that is not there has not been walked through."""

    def run(ground: Ground, progress: Progress) -> Outcome:
        try:
            with served(ground.site) as host, BROWSERS[name]() as browser:
                walk = Walk(browser, host, ground.places)
                walk.go()
        except NotHere as missing:
            return Outcome(missing=str(missing))
        program, _, version = walk.browser.version.partition(" ")
        figures = {"steps": walk.steps, "findings": len(walk.wrong)}
        return Outcome(figures, {"findings": NONE}, findings=walk.wrong, tools={program: version})

    return Step(f"smoke-{name}", "everyone", run)
