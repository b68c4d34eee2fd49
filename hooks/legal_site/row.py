"""Reads the numbers of one row of references: „чл. 142. ст. 1. и 2. и 146”. Whose they are, `references` says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from legal_site.grammar import ENGLISH, Grammar

_NEAR = 8
_FAR = 40
"""How far a further paragraph of an article may be from the last: in a row that seems at its end, and before."""


@dataclass(frozen=True)
class Target:
    """One number of a row with what stands above it, as printed. What the row does not name is None."""

    start: int
    end: int
    article: str | None
    paragraph: str | None
    item: str | None


class Row:
    """A row of references with all its numbers, from its first word on."""

    def __init__(self, text: str, opening: re.Match[str], grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.position = opening.end()
        """Where the reading stands; after it, the end of the row."""
        self.targets: list[Target] = []
        start, word = opening.start(), opening.group().strip()
        if opening.lastgroup in ("article", "bare"):
            self._articles(start, word)
        elif opening.lastgroup == "paragraph":
            self._paragraphs(None, start, word)
        else:
            self._items(None, None, start)
        self._named_after()

    def _articles(self, start: int, word: str) -> None:
        while match := self.grammar.article.match(self.text, self.position):
            self.position = match.end()
            article = match.group("number")
            if inside := self.grammar.paragraph_word.match(self.text, self.position):
                self.position = inside.end()
                self._paragraphs(article, start, inside.groupdict().get("word") or "", self._several(word))
            elif inside := self.grammar.item_word.match(self.text, self.position):
                self.position = inside.end()
                self._items(article, None, start)
            else:
                self.targets.append(Target(start, match.end(), article, None, None))
            if again := self._word_after_joint(self.grammar.article_word):
                start, word, self.position = again.start("word"), again.group("word"), again.end()
            elif (next_number := self._joint(self.grammar.article)) is not None:
                start = self.position = next_number
            else:
                return

    def _paragraphs(self, article: str | None, start: int, word: str, several_articles: bool = False) -> None:
        # „став” has one number. „ст.” has several, and „и” stands before the last.
        closed = not self._several(word)
        far = _NEAR if closed else _FAR
        while match := self.grammar.paragraph.match(self.text, self.position):
            number = match.group("number") or match.group("bracketed")
            self.position = match.end()
            if inside := self.grammar.item_word.match(self.text, self.position):
                self.position = inside.end()
                self._items(article, number, start)
            else:
                self.targets.append(Target(start, match.end(), article, number, None))
            joint = self._joint(self.grammar.paragraph)
            if joint is None:
                break
            after = article if closed and several_articles else None
            if article is not None and self._is_article(joint, after, _digits(number) + far):
                return
            closed = closed or self.grammar.conjunction.match(self.text, self.position) is not None
            far = _FAR if self.text[self.position : joint].strip() == "," and not closed else _NEAR
            start = self.position = joint
        self._try(self.grammar.paragraph_word, lambda at, again: self._paragraphs(article, at, again, several_articles))

    def _items(self, article: str | None, paragraph: str | None, start: int) -> None:
        while match := self.grammar.item.match(self.text, self.position):
            self.targets.append(Target(start, match.end(), article, paragraph, match.group("number")))
            self.position = match.end()
            joint = self._joint(self.grammar.item)
            # „тачка 2) и 30 дана”: what goes on with „1)” goes on with „2)”.
            if joint is None or not self._marked_alike(match, joint):
                break
            start = self.position = joint
        self._try(self.grammar.item_word, lambda at, again: self._items(article, paragraph, at))

    def _try(self, word: re.Pattern[str], scan: Callable[[int, str], None]) -> None:
        """Goes on after a joint and the same word again („тач. 2) до 4) и тачка 6)”).

        If „овог члана” follows an article's row, what follows the joint is not of that article („члана 9. став 1. и
        става 2. овог члана”). If it may be of either („члана 9. став 1. и става 2”), it is passed over.
        """
        again = self._word_after_joint(word)
        if again is None:
            return
        position, count = self.position, len(self.targets)
        self.position = again.end()
        scan(again.start("word"), again.group("word"))
        if self.targets[0].article is None:
            return
        if self.grammar.this_article.match(self.text, self.position):
            self.position = position
            del self.targets[count:]
        elif self.grammar.unbound.match(again.group("word")) and not self._names_law():
            del self.targets[count:]

    def _names_law(self) -> bool:
        patterns = (self.grammar.this_law, self.grammar.foreign_law)
        return any(pattern.match(self.text, self.position) for pattern in patterns)

    def _word_after_joint(self, word: re.Pattern[str]) -> re.Match[str] | None:
        joint = self.grammar.joint.match(self.text, self.position)
        found = word.match(self.text, joint.end()) if joint else None
        return found if found and found.groupdict().get("word") else None

    def _joint(self, number: re.Pattern[str]) -> int | None:
        """Where the next number of the row begins, or None if the row is at its end."""
        joint = self.grammar.joint.match(self.text, self.position)
        following = number.match(self.text, joint.end()) if joint else None
        if joint is None or following is None:
            return None
        # A dot or a bracket after the number belongs to it and shows that it is one of a row.
        marked = not following.group()[-1].isalnum()
        inside = self.grammar.paragraph_word.match(self.text, following.end())
        inside = inside or self.grammar.item_word.match(self.text, following.end())
        if marked or inside or self.grammar.row_goes_on.match(self.text, following.end()):
            return joint.end()
        return None

    def _marked_alike(self, first: re.Match[str], position: int) -> bool:
        following = self.grammar.item.match(self.text, position)
        if following is None or following.group().endswith(")"):
            return following is not None
        is_article = self.grammar.paragraph_word.match(self.text, following.end()) is not None
        return not is_article and not first.group().endswith(")")

    def _several(self, word: str) -> bool:
        """Whether more than one number is to be expected after the word."""
        return self.grammar.several.match(word) is not None

    def _is_article(self, position: int, after: str | None, farthest: int) -> bool:
        """Whether the number after a row of paragraphs is an article of its own („142. ст. 1. и 2, 143. ст. 1”).

        It is, if a paragraph word follows it, if the row was at its end and the number is higher than the article
        `after` which it may stand, or if it is no paragraph between the last and the `farthest`.
        """
        if self.text[self.position - 1] == ")" and self.grammar is ENGLISH:
            return self.text[position] != "("
        match = self.grammar.article.match(self.text, position)
        if match is None:
            return False
        number = _digits(match.group("number"))
        if self.grammar.paragraph_word.match(self.text, match.end()) or (after and number > _digits(after)):
            return True
        return not _digits(self.targets[-1].paragraph or "0") < number <= farthest

    def _named_after(self) -> None:
        """Gives the targets the paragraph and the article that are named after them („тачка 2) става 1. члана 5”)."""
        if not self.targets or self.targets[0].article is not None:
            return
        if self.targets[0].paragraph is None and (match := self.grammar.of_paragraph.match(self.text, self.position)):
            self.targets = [replace(target, paragraph=match.group("number")) for target in self.targets]
            self._reach(match.end())
        if match := self.grammar.of_article.match(self.text, self.position):
            self.targets = [replace(target, article=match.group("number")) for target in self.targets]
            self._reach(match.end())

    def _reach(self, end: int) -> None:
        self.targets[-1] = replace(self.targets[-1], end=end)
        self.position = end


def _digits(number: str) -> int:
    match = re.match(r"\d+", number)
    assert match is not None
    return int(match.group())
