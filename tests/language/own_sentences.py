"""Our own sentences, and which of them are too long: never the law's, a statement's or a translation's of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from language.passages import Passage
from language.sentences import count_words, split

LONGEST = 25
"""How many words a sentence of ours may have."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as it stands in its file."""

    words: str
    passage: Passage

    @property
    def line(self) -> str:
        """`content_data/home.yml:12`"""
        return self.passage.line_of(self.words)

    @property
    def length(self) -> int:
        return count_words(self.words)


def own_sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of all texts that are ours, in the order of the texts."""
    for passage in passages:
        if passage.ours:
            for words in split(passage.text):
                yield Sentence(words, passage)


def read_exceptions(path: Path) -> dict[str, str]:
    """The long sentences that may stay, each with the reason. Raises ValueError for an entry without either."""
    rows = yaml.safe_load(path.read_text("utf-8")) or []
    for row in rows:
        if not isinstance(row, dict) or set(row) != {"sentence", "reason"} or not all(row.values()):
            raise ValueError(f"{path.name}: each entry has a sentence and a reason, not {row!r}")
    return {row["sentence"].strip(): row["reason"].strip() for row in rows}


def complaints(sentences: Iterable[Sentence], exceptions: Mapping[str, str]) -> list[str]:
    """Every long sentence that is no exception, and every exception that is no long sentence any more."""
    long = [sentence for sentence in sentences if sentence.length > LONGEST]
    found = [
        f"{sentence.line}: {sentence.length} words where {LONGEST} are the most: {sentence.words}"
        for sentence in long
        if sentence.words not in exceptions
    ]
    gone = exceptions.keys() - {sentence.words for sentence in long}
    return found + [f"is no long sentence any more, take it off the list: {words}" for words in sorted(gone)]
