"""What a step of the proof is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from playwright.async_api import Browser

from proof.browsing import chromium
from proof.ground import Ground
from proof.outcome import Outcome
from proof.progress import Progress
from proof.server import served

Topic = Literal["everyone", "private", "speed", "unbreakable"]
"""Under which heading of the page a step stands."""
Lane = Literal["front", "beside", "alone"]
"""Whether a step is one of two that run at once, or measures and has to be alone. The two sides take about as long."""
EVERY = (
    "tests/proof",
    "tests/conftest.py",
    "tests/accessibility.py",
    "tests/awake.py",
    "tests/chromium.py",
    "tests/browser/conftest.py",
    "tests/three_bridges",
    "tests/bad_input/content",
    "tests/bad_input/mistakes.py",
    "pyproject.toml",
)
"""What every step runs or reads: the proof's own code, what that takes from the tests, and how pytest is set up."""
NONE = 0.0
"""The goal of everything that there should be none of."""


@dataclass(frozen=True)
class Step:
    """One part of the proof, whose result is kept while what it looks at stays the same."""

    name: str
    topic: Topic
    run: Callable[[Ground, Progress], Outcome]
    looks_at: tuple[str, ...] = ()
    """What its result depends on beside the site and what every step does."""
    lane: Lane = "front"

    @property
    def depends(self) -> tuple[str, ...]:
        """The files and folders that its result depends on beside the site's own inputs, from the checkout's root."""
        return (*EVERY, *self.looks_at)


def in_chromium(work: Callable[[Browser, str], Awaitable[list[str]]], ground: Ground) -> tuple[list[str], str]:
    """Does the work with a browser and a host that serves the site; returns what failed and the browser's version."""

    async def whole() -> tuple[list[str], str]:
        async with chromium() as browser:
            return await work(browser, host), browser.version

    with served(ground.site) as host:
        return asyncio.run(whole())
