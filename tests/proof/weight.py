"""What an article costs its reader: bytes as gzip packs them, and requests, on a first visit and on the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from legal_site import permalink
from proof.ground import Ground
from proof.outcome import Figures, Outcome
from proof.progress import Progress
from proof.step import Step

KILOBYTE = 1000
AT_MOST: Figures = {"first-visit": 35.0, "page-requests": 5.0, "second-page": 10.0}
"""Kilobytes, requests and kilobytes. The icon is not counted: browsers ask for it when they like."""
_LOADED = re.compile(r'<(?:link rel="stylesheet" href|script (?:src|data-late))="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """One page: its own bytes, and those of what it loads."""

    page: int
    loaded: tuple[int, ...]
    brotli: int
    """The page as a host sends it that has Brotli."""


def loads(site: Path, address: str) -> list[str]:
    """The style sheets and scripts of a page, by their addresses."""
    return [urljoin(address, link) for link in _LOADED.findall(_file(site, address).read_text("utf-8"))]


def weight(site: Path, address: str) -> Weight:
    """Reads what lies packed beside the files. Raises OSError for a page that loads what is not there."""
    path = _file(site, address)
    loaded = tuple(_size(_file(site, file), ".gz") for file in loads(site, address))
    return Weight(_size(path, ".gz"), loaded, _size(path, ".br"))


def outcome(weights: dict[str, Weight]) -> Outcome:
    """The heaviest page under each figure, and every page that is heavier than a next one may be."""
    figures = {
        "pages": float(len(weights)),
        "first-visit": max(each.page + sum(each.loaded) for each in weights.values()) / KILOBYTE,
        "page-requests": float(max(1 + len(each.loaded) for each in weights.values())),
        "second-page": max(each.page for each in weights.values()) / KILOBYTE,
        "second-page-brotli": max(each.brotli for each in weights.values()) / KILOBYTE,
    }
    heavy = {name: each.page / KILOBYTE for name, each in weights.items()}
    findings = [f"{name} {size:.1f} KB" for name, size in heavy.items() if size > AT_MOST["second-page"]]
    return Outcome({name: round(value, 1) for name, value in figures.items()}, dict(AT_MOST), findings=findings)


def _file(site: Path, address: str) -> Path:
    return site / permalink.file_of(address)


def _size(path: Path, ending: str) -> int:
    packed = path.with_name(path.name + ending)
    return (packed if packed.is_file() else path).stat().st_size


def work(ground: Ground, progress: Progress) -> Outcome:
    """Weighs each article in each version."""
    return outcome({address: weight(ground.site, address) for address in ground.places.articles()})


STEP = Step("weight", "speed", work)
