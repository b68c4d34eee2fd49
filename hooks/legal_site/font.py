"""The fonts of the share pictures: where they are and which characters they have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
REGULAR = FONTS / "NotoSerif-Regular.ttf"
BOLD = FONTS / "NotoSerif-Bold.ttf"


@lru_cache(maxsize=1)
def characters() -> frozenset[str]:
    """The characters that both fonts have. The list that the fonts were cut to: no font is opened to know it."""
    return frozenset(_listed((FONTS / "characters.txt").read_text("utf-8")))


def _listed(text: str) -> Iterator[str]:
    for line in text.splitlines():
        numbers = line.partition("#")[0].strip()
        if numbers:
            first, _, last = numbers.partition("-")
            yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))
