"""Reads the references to provisions in running text of laws. `citation` does the same for citations.

Serbian laws and our translations of them put many references into one row („из чл. 142. ст. 1. и 2. и 146.
овог законика”, “Articles 142(1) and (2) and 146 of this Code”): each number is a reference of its own, and the
law named at the end of the row is the law of all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legal_site.grammar import ENGLISH, SERBIAN
from legal_site.permalink import Provision, number_in_address
from legal_site.row import Row, Target


@dataclass(frozen=True)
class Reference:
    """A stretch of text that refers to a provision."""

    start: int
    end: int
    provision: Provision


@dataclass(frozen=True)
class Names:
    """How laws are called in running text, for one language."""

    own: str
    """The id of the law in which the text stands."""
    others: Mapping[str, str]
    """From a form of a law's name (`Кривичног законика`) to its id."""


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names a provision, of whatever law. Numbers are as in addresses."""

    start: int
    end: int
    article: str
    paragraph: str | None
    item: str | None
    law: str | None
    """The law's id. None for one that is not among the names."""
    law_words: str = ""
    """The words with which the text names another law. Empty: the text's own."""


def references(text: str, style: str, here: Provision, names: Names) -> list[Reference]:
    """Every reference in a law's text, in order, without overlaps.

    `style` is `sr` or `en`; `here` is the paragraph in which the text stands: „став 1. овог члана” is read
    from it. References to a law that is not in `names` are left out.
    """
    return [
        Reference(found.start, found.end, Provision(found.law, found.article, found.paragraph, found.item))
        for found in mentions(text, style, here, names)
        if found.law is not None
    ]


def mentions(text: str, style: str, here: Provision, names: Names) -> list[Mention]:
    """As `references`, together with the references to laws that are not in `names`."""
    grammar = ENGLISH if style == "en" else SERBIAN
    found: list[Mention] = []
    position = 0
    while match := grammar.opening.search(text, position):
        row = Row(text, match, grammar)
        law, words = _law(row, names)
        found.extend(_mention(target, here, law, words) for target in row.targets)
        position = max(row.position, match.end())
    return found


def _mention(target: Target, here: Provision, law: str | None, words: str) -> Mention:
    paragraph = here.paragraph if target.paragraph is None and target.article is None else target.paragraph
    return Mention(
        target.start,
        target.end,
        number_in_address(target.article or here.article),
        paragraph and number_in_address(paragraph),
        target.item and number_in_address(target.item),
        law,
        words,
    )


def _law(row: Row, names: Names) -> tuple[str | None, str]:
    """The law that the numbers of a row belong to, and the words that name it if it is another."""
    text, end, grammar = row.text, row.position, row.grammar
    if grammar.this_article.match(text, end) or grammar.this_law.match(text, end):
        return names.own, ""
    if other := grammar.other_article.match(text, end):
        return None, other.group().lstrip(", ")
    foreign = grammar.foreign_law.match(text, end)
    if foreign and row.targets and row.targets[0].article is not None:
        name = foreign.group("foreign").strip()
        return next((law for form, law in names.others.items() if name.startswith(form)), None), name
    return names.own, ""
