"""The order of numbers of articles, paragraphs and items, and rows of them such as 4-6 or а-в."""

from __future__ import annotations

import re

from legal_site.permalink import number_in_address

ALPHABETS = ("абвгдђежзијклљмнњопрстћуфхцчџш", "abcdefghijklmnopqrstuvwxyz")
_LEFT_OUT = frozenset("jkqwxy")
"""A law in Latin script may leave these out between two letters (Italian ones do)."""

_NUMBER = re.compile(r"([0-9]*)(.*)")
_FIGURE = re.compile(r"[0-9]{1,4}")
_LETTERED = re.compile(r"([0-9]{0,4})([^\W\d_])-\1([^\W\d_])")


def order_of(number: str) -> tuple[int, tuple[int, ...]]:
    """A key for sorting printed numbers: 24 before 24а before 24г before 24д before 25."""
    figure, letters = split(number)
    return int(figure or 0), tuple(_place(letter) for letter in letters)


def _place(letter: str) -> int:
    return next((alphabet.index(letter) for alphabet in ALPHABETS if letter in alphabet), len(ALPHABETS[0]))


def split(number: str) -> tuple[str, str]:
    """The figures of a number and the letters after them: `21а` → 21 and а; an item's letter has no figures."""
    match = _NUMBER.fullmatch(number)
    return (match.group(1), match.group(2)) if match else ("", number)


def next_letter(letter: str, other: str) -> str | None:
    """The letter after it, the first one after none; `other`, which stands there, tells of which alphabet.

    None: it is the last, or there is no single letter.
    """
    known = letter or other[:1]
    alphabet = next((alphabet for alphabet in ALPHABETS if len(known) == 1 and known in alphabet), "")
    return (alphabet[alphabet.index(letter) + 1 :] if letter and alphabet else alphabet)[:1] or None


def comes_next(before: str, after: str) -> bool:
    """Whether a letter follows another one (or none, then it is the first) with nothing left out between them."""
    for alphabet in ALPHABETS:
        if len(after) == 1 and after in alphabet and len(before) <= 1 and before in alphabet:
            rest = alphabet[alphabet.index(before) + 1 :] if before else alphabet
            return after in rest and _LEFT_OUT.issuperset(rest[: rest.index(after)])
    return False


def expand(numbers: str) -> list[str]:
    """The numbers of a range, as in addresses: `4-6` → 4, 5, 6; `21а` → 21a; `а-в` → a, b, v; `2а-2в` → 2a, 2b, 2v.

    Only its two ends where it is no row: where it runs backwards, or from a figure to a letter.
    """
    first, _, last = numbers.partition("-")
    if _FIGURE.fullmatch(first) and _FIGURE.fullmatch(last):
        row = [str(number) for number in range(int(first), min(int(last), int(first) + 500) + 1)]
    else:
        row = _lettered(numbers)
    return row or [number_in_address(number) for number in (first, last) if number]


def is_row(numbers: str) -> bool:
    """Whether a range with a hyphen runs from a number to a later one of the same kind."""
    first, _, last = numbers.partition("-")
    if _FIGURE.fullmatch(first) and _FIGURE.fullmatch(last):
        return int(first) < int(last)
    return len(_lettered(numbers)) > 1


def _lettered(numbers: str) -> list[str]:
    match = _LETTERED.fullmatch(numbers)
    if match is None:
        return []
    figure, begin, end = match.groups()
    alphabet = next((alphabet for alphabet in ALPHABETS if begin in alphabet and end in alphabet), "")
    between = alphabet[alphabet.index(begin) : alphabet.index(end) + 1] if alphabet else ""
    return [number_in_address(figure + letter) for letter in between]
