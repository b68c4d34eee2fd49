"""The letters that a guide gives, and what its answers say in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legal_site import graph
from legal_site.model.flow import FIELD, Flow, Letter, LetterPart
from legal_site.permalink import Provision
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class LetterText:
    """A letter in one version: its parts cut at the fields."""

    locale: str
    lang: str
    name: str
    parts: list[tuple[str, list[tuple[str, str | None]]]]
    """Place of the part, and its stretches: words, and the field that stands after them."""


@dataclass(frozen=True)
class LetterView:
    """A letter in all versions; its labels in the reader's."""

    id: str
    letter: Letter
    citations: list[tuple[str, str]]
    texts: list[LetterText]


def letters_view(reader: Reader, name: str, flow: Flow) -> dict[str, Any]:
    """Everything that the page of a guide's letters shows."""
    return {
        "name": name,
        "flow": flow,
        "letters": [letter_view(reader, letter) for letter in graph.letters(flow)],
        "facts": facts_of(reader, flow),
        "calendars": [calendar(reader.of(version)) for version in reader.content.site.versions],
    }


def calendar(reader: Reader) -> tuple[str, str, str]:
    """How a script writes a day in the reader's version: `lang`, the form, the twelve months."""
    months = "|".join(reader.words[f"month_{number}"] for number in range(1, 13))
    return reader.version.lang, reader.words["long_date"], months


def cited(reader: Reader, provisions: list[str]) -> list[tuple[str, str]]:
    """Each provision as its version cites it, and the link to it."""
    parsed = [Provision.parse(provision) for provision in provisions]
    return [(reader.cite(provision), reader.link(provision.address)) for provision in parsed]


def letter_view(reader: Reader, name: str) -> LetterView:
    """A letter with its text in every version, because it is sent in one and perhaps read in another."""
    letter = reader.content.letters[name]
    texts = []
    for version in reader.content.site.versions:
        other = reader.of(version)
        parts: list[tuple[str, list[tuple[str, str | None]]]] = [
            (part.place, _cut(other, part)) for part in letter.parts
        ]
        texts.append(LetterText(version.locale, version.lang, version.name, parts))
    return LetterView(name, letter, cited(reader, letter.provisions), texts)


def _cut(reader: Reader, part: LetterPart) -> list[tuple[str, str | None]]:
    """The words between the fields. Fields are cut out before the script is changed: their names are ids."""
    pieces = FIELD.split(part.text[reader.written])
    words = [reader.plain(piece) for piece in pieces[::2]]
    return list(zip(words, [*pieces[1::2], None], strict=True))


def facts_of(reader: Reader, flow: Flow) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """For each version what the answers say as facts in a letter: locale, `lang`, and by answer the sentence."""
    facts = []
    for version in reader.content.site.versions:
        other = reader.of(version)
        sentences = [
            (f"{question.id}/{answer.id}", other.text(answer.letter))
            for question in flow.questions
            for answer in question.answers
            if answer.letter
        ]
        facts.append((version.locale, version.lang, sentences))
    return facts
