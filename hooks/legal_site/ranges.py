"""Rows of numbers of paragraphs and items, such as 4-6 or а-в."""

from __future__ import annotations

import re

from legal_site.permalink import number_in_address

ALPHABETS = ("абвгдђежзијклљмнњопрстћуфхцчџш", "abcdefghijklmnopqrstuvwxyz")
"""A law may leave letters out (Italian ones have no j); their order is that of one alphabet."""

_FIGURE = re.compile(r"[0-9]{1,4}")
_LETTERED = re.compile(r"([0-9]{0,4})([^\W\d_])-\1([^\W\d_])")


def expand(numbers: str) -> list[str]:
    """The numbers of a range, as in addresses: `4-6` → 4, 5, 6; `21а` → 21a; `а-в` → a, b, v; `2а-2в` → 2a, 2b, 2v."""
    first, _, last = numbers.partition("-")
    if _FIGURE.fullmatch(first) and _FIGURE.fullmatch(last):
        return [str(number) for number in range(int(first), min(int(last), int(first) + 500) + 1)]
    if match := _LETTERED.fullmatch(numbers):
        figure, begin, end = match.groups()
        for alphabet in ALPHABETS:
            if begin in alphabet and end in alphabet:
                between = alphabet[alphabet.index(begin) : alphabet.index(end) + 1]
                return [number_in_address(figure + letter) for letter in between]
    return [number_in_address(number) for number in (first, last) if number]
