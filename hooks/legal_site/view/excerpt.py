"""What fits of a paragraph's words into the few letters of a preview: words left out are seen to be, and a penalty
is there whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from legal_site.slips import marked

GAP = "[…]"
"""Stands for what is not published or left out. An editor's word for it is no word of the law."""

_LEAST = 40
"""An act in fewer letters says nothing of what the penalty beside it is for."""
_NOT_BEFORE_GAP = " ,;:.–—("


class Said(NamedTuple):
    """One block of a paragraph's words as they leave their page."""

    kind: str
    """`text`, `item`, `subitem`, `gap`, `penalty` or `closing`."""
    words: str
    slips: tuple[str, ...] = ()
    """The slips among the words."""


def excerpt(said: Sequence[Said], longest: int) -> str | None:
    """The words of a paragraph, block by block, in at most `longest` letters.

    The act is shortened, never its penalty. None: beside the penalty there is no room for the act.
    """
    # A slip is not cut in two: its first words alone would stand there without their [sic].
    blocks = [(block.kind, marked(block.words, block.slips, bound=True)) for block in said]
    text = _shortened(blocks, longest)
    return text.replace("\u00a0", " ") if text else None


def _shortened(blocks: Sequence[tuple[str, str]], longest: int) -> str | None:
    whole = " ".join(words for _, words in blocks)
    place = next((place for place, (kind, _) in enumerate(blocks) if kind == "penalty"), None)
    if place is None or len(whole) <= longest:
        return _cut(whole, longest)
    act, penalty = (" ".join(words for _, words in part) for part in (blocks[:place], blocks[place:]))
    room = longest - len(penalty) - 1
    return f"{_cut(act, room)} {penalty}".lstrip() if room >= min(_LEAST, len(act)) else None


def _cut(words: str, room: int) -> str:
    """The words, or as many of them as leave room for the sign that more follow."""
    if len(words) <= room:
        return words
    short = words[: room - len(GAP)].rpartition(" ")[0].rstrip(_NOT_BEFORE_GAP)
    return short if short.endswith(GAP) else f"{short} {GAP}".lstrip()
