"""Measures how many of a whole law's references the parser reads, and how many lead somewhere.

What counts as a reference is decided by one plain pattern, not by the parser: every члан, став or тачка (or
чл., ст., тач.) in any case that a number follows, in the law's words, headings and notes. It is

- recognised, if what the parser found covers the word and the number, has that number, and has the article
  that stands right before it or, where none does, the article in which it stands;
- resolved, if it is recognised and its target is in the law, or if the text names another law after it. A target
  that this copy has lost before others of the same article is in the law; how many are so is told.

Numbers that go on a row („ст. 1. и 2”, „чл. 142, 143. и 144”) have no word of their own: they are counted apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from legal_site.permalink import Provision, number_in_address
from legal_site.references import Mention, Names, mentions

_LAW = "corpus"
_CASES = r"(?:а|у|ом|ови|ова|ове|овима)?\b"
_NUMBER = r"\d+[а-џa-z]?\b"
_WORDED = re.compile(
    rf"(?:(?P<article>\b[Чч]лан{_CASES}|\b[Чч]л\b\.?)|(?P<paragraph>\b[Сс]тав{_CASES}|\b[Сс]т\b\.?)"
    rf"|(?P<item>\b[Тт]ач(?:к(?:а|е|и|у|ом|ама)|\.)))\s*(?P<number>{_NUMBER})"
)
_NEXT_IN_ROW = re.compile(rf"[.)]*(?:,|\s+и|\s+или|\s+до|\s+односно|\s*[-–])+\s*(?P<number>{_NUMBER})(?=[.,;)\s–-])")
_COUNTED_THINGS = re.compile(r"\.?\s*(?:годин|месец|дан|час|динар)")
_NUMBER_BEFORE = re.compile(rf"({_NUMBER})\.?,?\s*$")
_OTHER_LAW = re.compile(
    rf"(?:[\s.,)]|{_NUMBER}|и\b|до\b|[чс][лт]\.|став\w*|члан\w*)*\s(?:[А-Ш]\w+\s)?[Зз]акон(?:ик)?а\b"
)
_HEADING = re.compile(r"Члан (\d+[а-ш]?)\.?\s*")
_PARAGRAPH = re.compile(r"\((\d+[а-ш]?)\)")
_ITEM = re.compile(r"(\d+[а-ш]?)\)")
_GAZETTE_NOTE = re.compile(r"\*")


@dataclass(frozen=True)
class Block:
    """Words of the law, and the paragraph in which they stand."""

    here: Provision
    words: str


@dataclass
class Existing:
    """What the copy of the law holds: articles, and in them the paragraphs, and in those the items."""

    paragraphs: dict[str, list[str]] = field(default_factory=dict)
    items: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def holds(self, mention: Mention, gaps: bool = True) -> bool:
        """Whether the target is printed or, with `gaps`, lost in the copy before others that are printed."""
        if mention.article not in self.paragraphs:
            return False
        paragraph = mention.paragraph or "1"
        if mention.paragraph and not _among(paragraph, self.paragraphs[mention.article] or ["1"], gaps):
            return False
        return mention.item is None or _among(mention.item, self.items.get((mention.article, paragraph), []), gaps)


def _among(number: str, printed: list[str], gaps: bool) -> bool:
    highest = max((int(each) for each in printed if each.isdigit()), default=0)
    return number in printed or (gaps and number.isdigit() and 0 < int(number) < highest)


def read_law(rows: list[dict[str, Any]]) -> tuple[list[Block], Existing]:
    """The blocks of a law and what there is in it. A copy may have the next article's heading among the blocks."""
    blocks: list[Block] = []
    existing = Existing()
    for row in rows:
        article, paragraph = row["article"], "1"
        existing.paragraphs.setdefault(article, [])
        blocks.append(Block(Provision(_LAW, article, "1"), _HEADING.sub("", row["title"], count=1)))
        for words in row["blocks"]:
            if heading := _HEADING.fullmatch(words):
                article, paragraph = number_in_address(heading.group(1)), "1"
                existing.paragraphs.setdefault(article, [])
                continue
            if printed := _PARAGRAPH.match(words):
                paragraph = number_in_address(printed.group(1))
                existing.paragraphs[article].append(paragraph)
            elif item := _ITEM.match(words):
                existing.items.setdefault((article, paragraph), []).append(number_in_address(item.group(1)))
            if not _GAZETTE_NOTE.match(words):
                blocks.append(Block(Provision(_LAW, article, paragraph), words))
    return blocks, existing


@dataclass(frozen=True)
class Counted:
    """A number that the plain pattern found, and what the parser made of it."""

    block: Block
    start: int
    end: int
    mention: Mention | None
    """None: not recognised."""
    resolved: bool

    def __str__(self) -> str:
        words = self.block.words
        name = str(Provision(self.mention.law or "?", *_numbers(self.mention))) if self.mention else "not recognised"
        before, after = words[max(0, self.start - 60) : self.start], words[self.end : self.end + 60]
        return f"{self.block.here}: {before}[{words[self.start : self.end]}]{after} -> {name}"


def _numbers(mention: Mention) -> tuple[str, str | None, str | None]:
    return mention.article, mention.paragraph, mention.item


def count(blocks: list[Block], existing: Existing) -> tuple[list[Counted], list[Counted]]:
    """Every number with a word of its own, and every number that goes on a row."""
    worded, further = [], []
    for block in blocks:
        found = mentions(block.words, "sr", block.here, Names(_LAW, {}))
        for match in _WORDED.finditer(block.words):
            mention = _recognised(match, found, block)
            resolved = mention is not None and _resolved(mention, block, existing)
            worded.append(Counted(block, match.start(), match.end(), mention, resolved))
        for start, end in _rows(block.words):
            number = number_in_address(block.words[start:end])
            covering = [m for m in found if m.start <= start and end <= m.end and number in _numbers(m)]
            resolved = any(_resolved(mention, block, existing) for mention in covering)
            further.append(Counted(block, start, end, covering[0] if covering else None, resolved))
    return worded, further


def _rows(words: str) -> Iterator[tuple[int, int]]:
    """The places of the numbers without a word that follow one with a word or another such number."""
    for match in _WORDED.finditer(words):
        end = match.end()
        while (following := _NEXT_IN_ROW.match(words, end)) and not _COUNTED_THINGS.match(words, following.end()):
            yield following.span("number")
            end = following.end()


def _recognised(match: re.Match[str], found: list[Mention], block: Block) -> Mention | None:
    level = next(name for name in ("article", "paragraph", "item") if match.group(name))
    number = number_in_address(match.group("number"))
    before = _NUMBER_BEFORE.search(block.words[: match.start()])
    for mention in found:
        if not (mention.start <= match.start() and match.end() <= mention.end and getattr(mention, level) == number):
            continue
        if level == "article":
            return mention
        above = (mention.article, mention.paragraph) if level == "item" else (mention.article,)
        expected = number_in_address(before.group(1)) if before else block.here.article
        return mention if expected in above else None
    return None


def _resolved(mention: Mention, block: Block, existing: Existing) -> bool:
    elsewhere = _OTHER_LAW.match(block.words, mention.end)
    if mention.law is None:
        return elsewhere is not None and mention.law_words in block.words
    return elsewhere is None and existing.holds(mention)


def measure(corpus: Path) -> None:
    """Prints the shares and every miss."""
    blocks, existing = read_law(json.loads(corpus.read_text("utf-8"))["articles"])
    worded, further = count(blocks, existing)
    for name, counted in (("references in the law's words", worded), ("further numbers in rows of them", further)):
        recognised = sum(each.mention is not None for each in counted)
        resolved = sum(each.resolved for each in counted)
        targets = [each.mention for each in counted if each.resolved and each.mention]
        others = sum(target.law is None for target in targets)
        lost = sum(target.law is not None and not existing.holds(target, gaps=False) for target in targets)
        print(f"{name:<46}{len(counted):8}")
        print(f"{'  recognised':<46}{recognised:8}  {100 * recognised / len(counted):.1f} %")
        remark = f"{others} of them in other laws that the text names, {lost} in gaps of this copy"
        print(f"{'  resolved':<46}{resolved:8}  {100 * resolved / len(counted):.1f} %, {remark}")
        for each in counted:
            if not each.resolved:
                print(f"    {'not resolved' if each.mention else 'not recognised'}: {each}")
