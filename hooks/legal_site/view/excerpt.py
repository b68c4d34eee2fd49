"""What fits of a paragraph's words into the few letters of a preview: words left out are seen to be, and a penalty
is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GAP = "[…]"
"""Stands for what is not published or left out. An editor's word for it is no word of the law."""

SIC = "[sic]"

_LEAST = 40
"""An act in fewer letters says nothing of what the penalty beside it is for."""
_NOT_BEFORE_GAP = " ,;:.–—("


def with_slips_marked(words: str, slips: Iterable[str]) -> str:
    """The words with [sic] after each slip; a no-break space keeps the two together."""
    for slip in slips:
        words = words.replace(slip, f"{slip}\u00a0{SIC}")
    return words


def excerpt(lines: Sequence[tuple[str, str]], longest: int, slips: Iterable[str] = ()) -> str | None:
    """The words of a paragraph, given as kind and words of each block, in at most `longest` letters.

    The act is shortened, never its penalty. None: beside the penalty there is no room for the act.
    """
    # A slip is not cut in two: its first words alone would stand there without their [sic].
    bound = {slip: slip.replace(" ", "\u00a0") for slip in slips}
    blocks: list[tuple[str, str]] = []
    for kind, words in lines:
        for slip, unbroken in bound.items():
            words = words.replace(slip, unbroken)
        blocks.append((kind, with_slips_marked(words, bound.values())))
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
