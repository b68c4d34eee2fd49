"""Breaks words into rows, sets them smaller until they fit, and cuts at a word what does not fit at the smallest size.

Nothing here draws: widths come from outside, so that the rules can be tested with letters of equal width.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

Measure = Callable[[str, int], float]
"""The width of words, in pixels, at a size."""

ELLIPSIS = "…"
_SPACES = re.compile(r"[ \t\n]+")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d])(\.?) (?=[(§]?\d)")
_BEFORE_DASH = re.compile(r" (?=[–—] )")
_NOT_BEFORE_ELLIPSIS = " \u00a0,;:.–—-(…"
_LINE_HEIGHT = 1.37  # what the ascenders and descenders of Noto Serif take: rows never touch
_BLOCK_GAP = 0.3


@dataclass(frozen=True)
class Block:
    """Words that begin on a row of their own."""

    kind: str
    words: str
    indent: int = 0
    """In pixels."""
    kept: bool = False
    """Whether the blocks before it are cut rather than this one."""


@dataclass(frozen=True)
class Row:
    """One row, with the distance of its upper edge from that of the first."""

    block: Block
    words: str
    top: int


@dataclass(frozen=True)
class Setting:
    """Blocks as they are set. `cut` tells whether words are left out."""

    size: int
    rows: list[Row]
    cut: bool = False

    @property
    def row_height(self) -> int:
        return row_height(self.size)


def row_height(size: int) -> int:
    return round(size * _LINE_HEIGHT)


def together(text: str) -> str:
    """Keeps a word on the row of the number after it („чл. 146”), and a dash on that of the word before."""
    return _BEFORE_DASH.sub("\u00a0", _BEFORE_NUMBER.sub("\\1\u00a0", text))


def set_text(blocks: Sequence[Block], width: int, height: int, sizes: Sequence[int], measure: Measure) -> Setting:
    """The blocks in the largest of `sizes` (from large to small) in which they fit into `width` × `height`."""

    def fits(size: int) -> bool:
        return all(row.top + row_height(size) <= height for row in _rows(blocks, width, size, measure))

    place = bisect_left(sizes, True, key=fits)
    if place < len(sizes):
        return Setting(sizes[place], list(_rows(blocks, width, sizes[place], measure)))
    return Setting(sizes[-1], _cut(blocks, width, height, sizes[-1], measure), cut=True)


def broken(text: str, width: float, size: int, measure: Measure) -> Iterator[str]:
    """The rows of a text, broken at spaces; a word wider than a row is broken where the row ends."""
    row, used = "", 0.0
    space = measure(" ", size)
    for word in _words(text):
        wide = measure(word, size)
        if row and used + space + wide <= width:
            row, used = f"{row} {word}", used + space + wide
            continue
        if row:
            yield row
        while wide > width and len(word) > 1:
            fitting = bisect_left(range(2, len(word)), True, key=lambda end: measure(word[:end], size) > width) + 1
            yield word[:fitting]
            word = word[fitting:]
            wide = measure(word, size)
        row, used = word, wide
    yield row


@lru_cache(maxsize=64)
def _words(text: str) -> list[str]:
    return _SPACES.split(together(text.strip()))


def _rows(blocks: Sequence[Block], width: int, size: int, measure: Measure) -> Iterator[Row]:
    """Row after row: whoever asks can stop where the space ends, however long a law is."""
    top = 0
    for block in blocks:
        for words in broken(block.words, width - block.indent, size, measure):
            yield Row(block, words, top)
            top += row_height(size)
        top += round(size * _BLOCK_GAP)


def _cut(blocks: Sequence[Block], width: int, height: int, size: int, measure: Measure) -> list[Row]:
    """As many rows as fit at the size; the last block too, if it is one to keep and leaves half of the room."""
    if len(blocks) > 1 and blocks[-1].kept:
        last = list(_rows(blocks[-1:], width, size, measure))
        below = last[-1].top + row_height(size)
        if below * 2 <= height:
            gap = round(size * _BLOCK_GAP)
            rows = _upper_rows(blocks[:-1], width, height - below - gap, size, measure)
            below = rows[-1].top + row_height(size) + gap
            return rows + [Row(row.block, row.words, below + row.top) for row in last]
    return _upper_rows(blocks, width, height, size, measure)


def _upper_rows(blocks: Sequence[Block], width: int, height: int, size: int, measure: Measure) -> list[Row]:
    *whole, end = _rows_within(blocks, width, height, size, measure)
    return [*whole, Row(end.block, _shortened(end.words, width - end.block.indent, size, measure), end.top)]


def _rows_within(blocks: Sequence[Block], width: int, height: int, size: int, measure: Measure) -> Iterator[Row]:
    for row in _rows(blocks, width, size, measure):
        if row.top and row.top + row_height(size) > height:
            return
        yield row


def _shortened(words: str, width: float, size: int, measure: Measure) -> str:
    """The words and an ellipsis, without as many of the last words as it needs."""
    while True:
        short = words.rstrip(_NOT_BEFORE_ELLIPSIS) + ELLIPSIS
        before, space, _ = words.rpartition(" ")
        if len(words) < 2 or measure(short, size) <= width:
            return short
        words = before if space else words[:-1]
