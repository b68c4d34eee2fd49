"""Parses and prints references to provisions. Nobody else does.

Printing: „чл. 146. ст. 3. КЗ” and “Art. 146(3) Criminal Code”. Parsing: the forms in which Serbian
laws and our translations refer to provisions („из чл. 142. ст. 1. и 2. и 146. овог законика”,
“Articles 142(1) and (2) and 146 of this Code”), each number a reference of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legal_site.permalink import Provision, number_in_address


def cite(style: str, provision: Provision, abbreviation: str, letters: Mapping[str, str] | None = None) -> str:
    """The citation of a provision.

    `style` is `sr` or `en`; `abbreviation` the law's name in a citation; `letters` maps numbers as in
    addresses back to the printed ones (`24a` → `24а`) where they differ.
    """
    printed = letters or {}
    article = printed.get(provision.article, provision.article)
    paragraph = provision.paragraph and printed.get(provision.paragraph, provision.paragraph)
    item = provision.item and printed.get(provision.item, provision.item)
    sub = provision.subitem and printed.get(provision.subitem, provision.subitem)
    if style == "en":
        text = f"Art. {article}"
        text += f"({paragraph})" if paragraph else ""
        text += f", item {item})" if item else ""
        text += f", sub-item {sub})" if sub else ""
        return f"{text} {abbreviation}"
    text = f"чл. {_dotted(article)}"
    text += f" ст. {_dotted(paragraph)}" if paragraph else ""
    text += f" тач. {item})" if item else ""
    text += f" подтач. {sub})" if sub else ""
    return f"{text} {abbreviation}"


def _dotted(number: str) -> str:
    return f"{number}." if number.isdigit() else number


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


def references(text: str, style: str, here: Provision, names: Names) -> list[Reference]:
    """Every reference in a law's text, in order, without overlaps.

    `here` is the paragraph in which the text stands: „став 1. овог члана” is read from it. References
    to a law that is not in `names` are left out.
    """
    grammar = _ENGLISH if style == "en" else _SERBIAN
    found: list[Reference] = []
    position = 0
    while match := grammar.opening.search(text, position):
        scanner = _Scanner(text, match, grammar, here, names)
        found.extend(scanner.read())
        position = max(scanner.position, match.end())
    return found


@dataclass(frozen=True)
class _Grammar:
    opening: re.Pattern[str]
    """What begins a reference; the group that matched says which kind."""
    article: re.Pattern[str]
    paragraph_word: re.Pattern[str]
    paragraph: re.Pattern[str]
    item_word: re.Pattern[str]
    item: re.Pattern[str]
    joint: re.Pattern[str]
    this_article: re.Pattern[str]
    this_law: re.Pattern[str]
    foreign_law: re.Pattern[str]


_SR_NUMBER = r"(?P<number>\d+[а-џ]?)\b\.?(?!\d)"
_SERBIAN = _Grammar(
    opening=re.compile(
        r"(?P<article>\b[Чч]лан(?:а|у|ом|ови|ова|овима|ове)?|\b[Чч]л\.)\s*(?=\d)"
        r"|(?P<paragraph>\b[Сс]тав(?:а|у|ом|ови|ова|овима|ове)?|\b[Сс]т\.?)\s+(?=\d)"
        r"|(?P<item>\b[Тт]ачк(?:а|е|и|у|ом|ама)|\b[Тт]ач\.)\s*(?=\d)"
    ),
    article=re.compile(_SR_NUMBER),
    paragraph_word=re.compile(r",?\s*(?:став(?:а|у|ом|ови|ова|овима|ове)?|ст\.?)\s*(?=\d)"),
    paragraph=re.compile(_SR_NUMBER),
    item_word=re.compile(r",?\s*(?:тачк(?:а|е|и|у|ом|ама)|тач\.)\s*(?=\d)"),
    item=re.compile(r"(?P<number>\d+[а-џ]?)\)?"),
    joint=re.compile(r"\s*(?:,\s*(?:и\s+|или\s+|односно\s+)?|и\s+|или\s+|до\s+|односно\s+|[-–]\s*)(?:од\s+)?"),
    this_article=re.compile(r",?\s*ов(?:ог|ом|им|ај|е)\s+(?:члана|члану|чланом|члан|тачке|става)\b"),
    this_law=re.compile(r",?\s*ов(?:ог|ом|им|ај)\s+(?:[Зз]акон(?:ик)?(?:а|у|ом)?|[Уу]став(?:а|у|ом)?)\b"),
    foreign_law=re.compile(
        r",?\s*(?P<foreign>(?:тог|другог|посебног|ранијег|истог)?\s*"
        r"(?:[Зз]акон(?:ик)?а\b|[Ђ-Ш]\w+(?:ог|ег)\s+законика\b|[Зз]аконом|[Уу]става\b|"
        r"[Уу]редбе\b|[Пп]равилника\b|[Кк]онвенције\b|[Сс]поразума\b|[Оо]длуке\b)[^,;.)]*)"
    ),
)
_EN_NUMBER = r"(?P<number>\d+[a-z]?)\b"
_ENGLISH = _Grammar(
    opening=re.compile(
        r"(?P<article>\bArticles?)\s+(?=\d)|(?P<paragraph>\b[Pp]aragraphs?)\s+(?=\d)"
        r"|(?P<item>\b[Ii]tems?)\s+(?=\d)"
    ),
    article=re.compile(_EN_NUMBER),
    paragraph_word=re.compile(r"(?=\(\d)|,?\s*paragraphs?\s+(?=\d)"),
    paragraph=re.compile(r"\((?P<number>\d+[a-z]?)\)|(?P<bare>\d+[a-z]?)\b(?!\))"),
    item_word=re.compile(r",?\s*items?\s+(?=\d)"),
    item=re.compile(r"(?P<number>\d+[a-z]?)\)"),
    joint=re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|to\s+|[-–]\s*)"),
    this_article=re.compile(r",?\s*of\s+this\s+(?:Article|paragraph|item)\b"),
    this_law=re.compile(r",?\s*of\s+th(?:is|e\s+present)\s+(?:Code|Law|Constitution|Act)\b"),
    foreign_law=re.compile(r",?\s*of\s+the\s+(?P<foreign>(?:[A-Z][\w-]*\b|Law\b)[^,;.)]*|law\b[^,;.)]*)"),
)


@dataclass
class _Target:
    """A number on its way to becoming a reference."""

    start: int
    end: int
    article: str | None
    paragraph: str | None
    item: str | None


class _Scanner:
    """Reads one reference with all its numbers, from its first word on."""

    def __init__(self, text: str, opening: re.Match[str], grammar: _Grammar, here: Provision, names: Names) -> None:
        self.text = text
        self.start = opening.start()
        self.level = opening.lastgroup
        self.position = opening.end()
        self.grammar = grammar
        self.here = here
        self.names = names
        self.targets: list[_Target] = []

    def read(self) -> Iterator[Reference]:
        if self.level == "article":
            self._articles()
        elif self.level == "paragraph":
            self._paragraphs(None, self.start)
        else:
            self._items(None, None, self.start)
        law = self._law()
        if law is None:
            return
        for target in self.targets:
            yield Reference(target.start, target.end, self._provision(law, target))

    def _provision(self, law: str, target: _Target) -> Provision:
        article = target.article or self.here.article
        paragraph = target.paragraph
        if paragraph is None and target.article is None:
            paragraph = self.here.paragraph
        number = number_in_address
        return Provision(law, number(article), paragraph and number(paragraph), target.item and number(target.item))

    def _articles(self) -> None:
        start = self.start
        while match := self.grammar.article.match(self.text, self.position):
            self.position = match.end()
            article = match.group("number")
            word = self.grammar.paragraph_word.match(self.text, self.position)
            if word:
                self.position = word.end()
                self._paragraphs(article, start)
            else:
                item = self.grammar.item_word.match(self.text, self.position)
                if item:
                    self.position = item.end()
                    self._items(article, None, start)
                else:
                    self.targets.append(_Target(start, match.end(), article, None, None))
            joint = self._joint(self.grammar.article)
            if joint is None:
                return
            start = self.position = joint

    def _paragraphs(self, article: str | None, start: int) -> None:
        while match := self.grammar.paragraph.match(self.text, self.position):
            number = match.group("number") or match.groupdict().get("bare")
            assert number is not None
            self.position = match.end()
            word = self.grammar.item_word.match(self.text, self.position)
            if word:
                self.position = word.end()
                self._items(article, number, start)
            else:
                self.targets.append(_Target(start, match.end(), article, number, None))
            joint = self._joint(self.grammar.paragraph)
            if joint is None or (article is not None and self._is_article(joint)):
                return
            start = self.position = joint

    def _items(self, article: str | None, paragraph: str | None, start: int) -> None:
        while match := self.grammar.item.match(self.text, self.position):
            self.targets.append(_Target(start, match.end(), article, paragraph, match.group("number")))
            self.position = match.end()
            joint = self._joint(self.grammar.item)
            if joint is None or not self.text[joint:].partition(")")[0].strip().isalnum():
                return
            start = self.position = joint

    def _joint(self, number: re.Pattern[str]) -> int | None:
        """Where the next number of the row begins, or None if the row is at its end."""
        joint = self.grammar.joint.match(self.text, self.position)
        if joint and number.match(self.text, joint.end()):
            return joint.end()
        return None

    def _is_article(self, position: int) -> bool:
        """Whether the number after a row of paragraphs is an article of its own („142. ст. 1. и 2, 143. ст. 1”).

        It is, if a paragraph word follows it, or if it is smaller than or far from the last paragraph.
        """
        match = self.grammar.article.match(self.text, position)
        if match is None:
            return False
        if self.grammar is _ENGLISH:
            return self.text[position] != "("
        if self.grammar.paragraph_word.match(self.text, match.end()):
            return True
        last = self.targets[-1].paragraph if self.targets else None
        number = re.match(r"\d+", match.group("number"))
        before = re.match(r"\d+", last) if last else None
        return bool(number and before and not 0 < int(number.group()) - int(before.group()) <= 8)

    def _law(self) -> str | None:
        """The law that the numbers belong to: this one, another that is known, or None."""
        if self.grammar.this_article.match(self.text, self.position):
            return self.names.own
        this = self.grammar.this_law.match(self.text, self.position)
        if this:
            self.position = this.end()
            return self.names.own
        foreign = self.grammar.foreign_law.match(self.text, self.position)
        if foreign and self.targets and self.targets[0].article is not None:
            name = foreign.group("foreign").strip()
            return next((law for form, law in self.names.others.items() if name.startswith(form)), None)
        return self.names.own
