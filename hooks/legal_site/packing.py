"""Files packed beforehand with gzip and Brotli, for hosts that send them so (RFC 1952, RFC 7932)."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import brotli

_PACKED = frozenset((".html", ".css", ".js", ".json", ".xml", ".svg", ".md", ".txt", ".csv"))
_SMALLEST = 1400
"""Up to this many bytes a file is one packet of the network, packed or not."""
_LARGE = 40_000
_BY_SIZE = ((400_000, 11), (_LARGE, 10), (0, 7))
"""From how many bytes on a page is packed how well. A large one is waited for: on a slow line a guide of 42 KB is there
a round trip, 150 ms, before one of 44 KB, which is worth two thirds of a second here."""

_BLOCK = 20
"""Blocks of up to 2 to this power bytes: a guide is one, and a thousandth shorter than in the blocks of 256 KB that
Brotli takes by itself."""


def packable(folder: Path) -> Iterator[str]:
    """The files under the folder that are worth packing, by their names in it."""
    for path, _, names in os.walk(folder):
        for name in names:
            if os.path.splitext(name)[1] in _PACKED:
                yield os.path.relpath(os.path.join(path, name), folder)


def pack(folder: Path, names: Iterable[str]) -> None:
    """Writes `.gz` and `.br` beside each file. The same bytes give the same bytes: no time or name is packed in."""
    for name in names:
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            data = file.read()
        if len(data) < _SMALLEST:
            continue
        both = (".gz", _gzip(data)), (".br", brotli.compress(data, quality=_quality(name, data), lgblock=_BLOCK))
        for ending, packed in both:
            with open(path + ending, "wb") as file:
                file.write(packed)


def _gzip(data: bytes) -> bytes:
    """At its best. The parts of a large page differ, and an article is mostly half a hundredth shorter with the tables
    of letters made anew more often than usual (`memLevel` 6, not 8)."""
    return min((_packed(data, level) for level in ((8, 6) if len(data) >= _LARGE else (8,))), key=len)


def _packed(data: bytes, level: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS, level)
    return packer.compress(data) + packer.flush()


def _quality(name: str, data: bytes) -> int:
    """Quality 7 packs a page within a tenth of the best in a fortieth of the time; what pages share is few."""
    if name.startswith("assets"):
        return 11
    return next(quality for size, quality in _BY_SIZE if len(data) >= size) if name.endswith(".html") else 7
