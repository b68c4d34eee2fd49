"""The order of names in lists: the Serbian alphabet in either script, the English one otherwise.

Cyrillic comes before Latin, as in the Serbian order of the Unicode CLDR (`sr`: `[reorder Cyrl]`): a list of Cyrillic
names that begins with a foreign one seems to have its letter A twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = ("a", "b", "c", "č", "ć", "d", "dž", "đ", "e", "f", "g", "h", "i", "j", "k", "l", "lj", "m", "n", "nj", "o",
          "p", "q", "r", "s", "š", "t", "u", "v", "w", "x", "y", "z", "ž")  # fmt: skip
_ORDER = {letter: (3, place) for place, letter in enumerate(_LATIN)} | {
    letter: (2, place) for place, letter in enumerate(_CYRILLIC)
}
_LETTERS = {"sr": re.compile("dž|lj|nj|\\w"), "en": re.compile("\\w")}

Key = tuple[tuple[int, int], ...]


def alphabetical(style: str) -> Callable[[str], Key]:
    """A key for sorting; `style` is `sr`, where dž, lj and nj are letters, or `en`. Marks count for nothing."""
    letters = _LETTERS[style]
    return lambda text: tuple(_ORDER.get(letter, (1, ord(letter[0]))) for letter in letters.findall(text.lower()))
