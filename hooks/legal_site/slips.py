"""The slips of a text that are kept as they stand: found in its words as whole words, and marked there."""

from __future__ import annotations

import re
from collections.abc import Collection

SIC = "[sic]"
_NO_BREAK = "\u00a0"


def says(words: str, slip: str) -> bool:
    """Whether the words have the slip in them, not only its letters in a longer word."""
    return _pattern([slip]).search(words) is not None


def marked(words: str, slips: Collection[str], bound: bool = False) -> str:
    """The words with [sic] after each slip; a no-break space keeps it with the last word, `bound` with all of them."""
    if not slips:
        return words

    def mark(match: re.Match[str]) -> str:
        slip = match.group().replace(" ", _NO_BREAK) if bound else match.group()
        return f"{slip}{_NO_BREAK}{SIC}"

    return _pattern(slips).sub(mark, words)


def _pattern(slips: Collection[str]) -> re.Pattern[str]:
    # The longest first, because one slip may stand in another. A slip may begin or end with a mark, not with a letter.
    alternatives = "|".join(re.escape(slip) for slip in sorted(slips, key=len, reverse=True))
    return re.compile(rf"(?:\b|(?=\W))(?:{alternatives})(?:\b|(?<=\W))")
