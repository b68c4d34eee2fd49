"""Brings every way of writing a word to one form: any script, with or without diacritics, any ending.

`search-words.js` does the same with the reader's words; a test compares the two over all words of the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legal_site.model.search import Endings
from legal_site.script import SERBIAN_LETTERS, to_latin

_WORD = re.compile(r"[a-z0-9]+")
_COMBINING = re.compile(r"[\u0300-\u036f]")

LETTERS = {letter: to_latin(letter) for letter in sorted(SERBIAN_LETTERS)}
"""From each Cyrillic letter to its Latin ones."""


def fold(text: str) -> str:
    """Small Latin letters without diacritics. đ, dj and d become one: readers without the letter write either."""
    latin = "".join(LETTERS.get(letter, letter) for letter in text.lower())
    plain = _COMBINING.sub("", unicodedata.normalize("NFD", latin))
    return plain.replace("đ", "d").replace("dj", "d")


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text, in order. An apostrophe divides no word."""
    return _WORD.findall(re.sub("[’']", "", fold(text)))


@dataclass(frozen=True)
class Stemmer:
    """Takes endings off folded words by a language's table."""

    shortest: int
    drop: frozenset[str]
    change: dict[str, str]
    ignored: frozenset[str]
    whole: frozenset[str] = frozenset()
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, endings: Endings, ignored: Iterable[str]) -> Stemmer:
        """The stemmer of a language's endings and ignored words, as they are written in `search.yml`."""
        change = {fold(old): fold(new) for old, new in sorted(endings.change.items())}
        ignored_words = (word for text in ignored for word in words_of(text))
        drop, whole = (frozenset(map(fold, texts)) for texts in (endings.drop, endings.whole))
        return cls(endings.shortest, drop, change, frozenset(ignored_words), whole)

    def stem(self, word: str) -> str:
        """The form under which a folded word is found."""
        if word not in self._known:
            self._known[word] = word if word[0].isdigit() else self._without_ending(word)
        return self._known[word]

    def _without_ending(self, word: str) -> str:
        for cut in range(len(word), self.shortest - 1, -1):
            if word[:cut] in self.whole and (cut == len(word) or word[cut:] in self.drop):
                return word[:cut]
        cuts = range(self.shortest, len(word))
        rest = next((word[:cut] for cut in cuts if word[cut:] in self.drop), word)
        for start in range(len(rest)):
            new = self.change.get(rest[start:])
            if new is not None and start + len(new) >= self.shortest:
                return rest[:start] + new
        return rest

    def terms(self, text: str) -> Iterator[str]:
        """The forms of a text's words, in order, without ignored ones."""
        for word in words_of(text):
            if word not in self.ignored:
                yield self.stem(word)
