"""The order of names in lists: the Serbian alphabet in either script, the English one otherwise.

Cyrillic comes before Latin, as in the Serbian order of the Unicode CLDR (`sr`: `[reorder Cyrl]`): a list of Cyrillic
names that begins with a foreign one seems to have its letter A twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = ("a", "b", "c", "č", "ć", "d", "dž", "đ", "e", "f", "g", "h", "i", "j", "k", "l", "lj", "m", "n", "nj", "o",
          "p", "q", "r", "s", "š", "t", "u", "v", "w", "x", "y", "z", "ž")  # fmt: skip
_ORDER = {letter: (3, place) for place, letter in enumerate(_LATIN)} | {
    letter: (2, place) for place, letter in enumerate(_CYRILLIC)
}
_LETTERS = {"sr": re.compile("dž|lj|nj|[^\\W_]"), "en": re.compile("[^\\W_]")}

Key = tuple[tuple[int, int], ...]


def alphabetical(style: str) -> Callable[[str], Key]:
    """A key for sorting; `style` is `sr`, where dž, lj and nj are letters, or `en`. Marks count for nothing.

    A letter that is in neither alphabet stands where it would without its accent: É under E.
    """
    return lambda text: tuple(_ORDER.get(letter, (1, ord(letter[0]))) for letter in _letters(style, text))


def initial(text: str) -> str:
    """The capital letter or the digit under which a text stands in a list; empty where it has none."""
    return next(_letters("en", text), "").upper()


def _letters(style: str, text: str) -> Iterator[str]:
    for match in _LETTERS[style].finditer(text.casefold()):  # not `lower`: ß is listed as ss
        letter = match.group()
        yield letter if letter in _ORDER else _without_marks(letter) or letter


def _without_marks(letter: str) -> str:
    bare = (part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", "".join(bare))  # a Korean syllable is cut up without having marks
