"""The steps in which `reach` looks at one page of each kind in each version, at narrow and wide."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Browser, Page

from proof import reach
from proof.browsing import arrive, in_tabs, stay
from proof.ground import Ground
from proof.outcome import Outcome
from proof.places import Place
from proof.progress import Progress
from proof.step import NONE, Step, in_chromium

Look = Callable[[Page, str], Awaitable[list[str]]]
"""What is wrong on a page; the words are something that its search finds."""
WIDTHS = (320, 1280)
HEIGHT = 640


def _without_words(look: Callable[[Page], Awaitable[list[str]]]) -> Look:
    async def with_words(page: Page, words: str) -> list[str]:
        return await look(page)

    return with_words


def step(name: str, look: Look, widths: tuple[int, ...] = WIDTHS, with_header: bool = False) -> Step:
    """One look as a step; `with_header` leaves out the pages that have neither menu nor search."""

    def run(ground: Ground, progress: Progress) -> Outcome:
        places = [place for place in ground.places.each_kind() if not with_header or place.kind not in _BARE]
        words = {version.locale: ground.places.query(version) for version in ground.places.versions}

        async def work(browser: Browser, host: str) -> list[str]:
            rounds = [await _look(browser, host, width, places, words, look, progress) for width in widths]
            return [line for failed in rounds for line in failed]

        failed, version = in_chromium(work, ground)
        lines = [f"{name}: {said}" for name, found in progress.done.items() for said in found] + failed
        figures = {"pages": len(places), "findings": len(lines)}
        return Outcome(figures, {"findings": NONE}, findings=lines, tools={"Chromium": version})

    return Step(name, "everyone", run)


_BARE = {"card", "statement-card", "wording", "not-found"}


async def _look(
    browser: Browser, host: str, width: int, places: list[Place], words: dict[str, str], look: Look, progress: Progress
) -> list[str]:
    by_name = {f"{width} px {place.address}": place for place in places}

    async def visit(page: Page, name: str) -> None:
        place = by_name[name]
        await arrive(page, host + place.address)
        progress.add(name, await look(page, words[place.version]))

    left = [name for name in by_name if name not in progress.done]
    return await in_tabs(browser, left, visit, stay, viewport={"width": width, "height": HEIGHT})


STEPS = (
    step("targets", _without_words(reach.targets)),
    step("spacing", _without_words(reach.spacing)),
    step("menu", _without_words(reach.menu), WIDTHS[:1], with_header=True),
    step("search", reach.search, WIDTHS[:1], with_header=True),
    step("focus", _without_words(reach.focus)),
)
