"""Numbers run on without gaps; what is left out is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document, Loc
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed
from legal_site.model.statement import Statement
from legal_site.permalink import number_in_address
from legal_site.ranges import ALPHABETS, comes_next, expand, is_row, next_letter, order_of, split

Part = Paragraph | Item | Omission | Repealed

_ZEROS = re.compile(r"\b0+(?=\d)")


def paragraph_numbers(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Paragraphs and items follow each other (1, 2, 2а, 3 …); a gap is declared with `omitted`."""
    if isinstance(model, Article):
        yield from _row(model.paragraphs, ("paragraphs",), "paragraph")
        for index, wording in enumerate(model.earlier_wordings):
            yield from _row(wording.paragraphs, ("earlier_wordings", index, "paragraphs"), "paragraph")
    if isinstance(model, Statement):
        for index, paragraph in enumerate(model.paragraphs):
            if paragraph.number != str(index + 1):
                loc: Loc = ("paragraphs", index, "number")
                yield Finding(loc, f"is {paragraph.number}, expected {index + 1}: a statement is published whole")


def _row(parts: Sequence[Part], loc: Loc, noun: str) -> Iterator[Finding]:
    previous: str | None = None
    seen: set[str] = set()
    for index, part in enumerate(parts):
        here = (*loc, index)
        given, name = _numbers(part)
        numbers = _ZEROS.sub("", given)
        first = numbers.partition("-")[0]
        if numbers != given:
            yield Finding((*here, name), f"is {given}: write {numbers}, as it stands in addresses")
        if "-" in numbers and not is_row(numbers):
            message = (
                f"is {numbers}, which is no row: expected one that runs from a figure to a later one (4-6) or from a "
                "letter to a later one (а-в, 2а-2в); write a number of another kind on a line of its own"
            )
            yield Finding((*here, name), message)
        elif number_in_address(first) in seen:
            yield Finding((*here, name), f"is {first}, which stands above already: each {noun} has its own number")
        elif not _follows(previous, first):
            expected = _next(previous, first)
            message = (
                f"is {first} where {expected} was expected: "
                f"add what is missing or declare it with `omitted: {expected}`"
                if expected
                else f"is {first}, and no letter comes after {previous}: look through the numbers above"
            )
            yield Finding((*here, name), message)
        seen.update(expand(numbers))
        previous = numbers.rpartition("-")[2]
        if isinstance(part, Paragraph | Item):
            yield from _row(part.items, (*here, "items"), "item")


def item_numbers(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Items of a paragraph have numbers, items of an item letters, and there are none inside those: an address has
    no place for others."""
    if isinstance(model, Article):
        yield from _items(model.paragraphs, ("paragraphs",))
        for index, wording in enumerate(model.earlier_wordings):
            yield from _items(wording.paragraphs, ("earlier_wordings", index, "paragraphs"))


def _items(parts: Sequence[Part], loc: Loc, depth: int = 0) -> Iterator[Finding]:
    for index, part in enumerate(parts):
        here = (*loc, index)
        numbers, name = _numbers(part)
        if depth == 1 and not numbers[0].isdigit():
            yield Finding((*here, name), f"is {numbers}, expected a number: the items of a paragraph are 1, 2, 2а …")
        elif depth == 2 and numbers[0].isdigit():
            message = (
                f"is {numbers}, expected a letter: the items of an item are а, б, в … or, in Latin script, a, b, c …"
            )
            yield Finding((*here, name), message)
        elif depth == 3:
            yield Finding(here, "is an item in an item of an item: there are no more than two levels")
            return
        if isinstance(part, Paragraph | Item):
            yield from _items(part.items, (*here, "items"), depth + 1)


def _numbers(part: Part) -> tuple[str, str]:
    if isinstance(part, Omission):
        return part.omitted, "omitted"
    if isinstance(part, Repealed):
        return part.repealed, "repealed"
    return part.number, "number"


def _follows(previous: str | None, number: str) -> bool:
    if previous is None:
        return number == "1" or number in (alphabet[0] for alphabet in ALPHABETS)
    (before, old), (after, new) = split(previous), split(number)
    if not after:
        return not before and comes_next(old, new)
    if not before:
        return False
    if new:
        # Of 2bis and 2ter none tells whether something stands between them.
        return before == after and (comes_next(old, new) or (len(new) > 1 and new > old))
    return int(after) == int(before) + 1


def _next(previous: str | None, number: str) -> str | None:
    """What may be missing before the number: the next figure, or the next letter where both have the same figure.

    None: behind the last letter nothing is missing.
    """
    if previous is None:
        return "1"
    (before, old), (after, new) = split(previous), split(number)
    letter = next_letter(old, new)
    if not before:
        return letter
    if before == after and letter and order_of(letter) < order_of(new):
        return f"{before}{letter}"
    return str(int(before) + 1)


def file_names(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """An article's file is called like its number in addresses; a statement's like its id."""
    name = key.rsplit("/", 1)[-1]
    if isinstance(model, Article) and model.number != (number := _ZEROS.sub("", model.number)):
        yield Finding(("number",), f"is {model.number}: write {number}, as it stands in addresses")
    elif isinstance(model, Article) and number_in_address(model.number) != name:
        expected = number_in_address(model.number)
        yield Finding(("number",), f"is {model.number} but the file is called {name}.yml: expected {expected}.yml")
    if isinstance(model, Statement) and model.id != name:
        yield Finding(("id",), f"is {model.id} but the file is called {name}.yml")


OWN_RULES: tuple[OwnRule, ...] = (paragraph_numbers, item_numbers, file_names)
