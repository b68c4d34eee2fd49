"""What exists in the content, read from the raw values, so that a file with a mistake in it
does not make every reference to it look wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from legal_site.load import Document, Value
from legal_site.model.law import ITEM, RANGE
from legal_site.permalink import Provision, number_in_address
from legal_site.ranges import expand


@dataclass
class Index:
    """Every id that something else may refer to."""

    laws: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    """`kz/146`"""
    published: set[str] = field(default_factory=set)
    """`kz/146/p3`, `kz/112/p3-i2`: what has an anchor in the current wording."""
    declared: set[str] = field(default_factory=set)
    """Paragraphs and items that are declared as omitted or repealed."""
    also_cited: set[str] = field(default_factory=set)
    """`kz/332/p2`: provisions in unpublished articles that the laws' own files allow our texts to mention."""
    statements: set[str] = field(default_factory=set)
    """`2016-04-12` and `2016-04-12/s3`."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """The ids of each register that has a page and can be read: `sources`, `glossary` …"""
    flows: dict[str, set[str]] = field(default_factory=dict)
    """The nodes of each guide."""
    given: dict[str, set[str]] = field(default_factory=dict)
    """The letters that each guide gives."""
    letters: set[str] = field(default_factory=set)
    deadlines: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    """The keys of files that are there but do not say what is in them: nothing referring to them is wrong."""

    def is_published(self, address: str) -> bool:
        """Whether a paragraph or item has an anchor, or stands in an article of which that cannot be told."""
        law, _, rest = address.partition("/")
        return address in self.published or self._is_in_doubt(law, rest.partition("/")[0])

    def has_statement(self, name: str) -> bool:
        """Whether there is the statement or its paragraph, or the statement cannot be read."""
        return name in self.statements or f"statement/{name.partition('/')[0]}" in self.unread

    def has_mentioned(self, mention: str) -> bool:
        """Whether there is what an editorial text mentions: `kz/146/p3`, or a statement's paragraph."""
        if mention.startswith("statement/"):
            return self.has_statement(mention.removeprefix("statement/"))
        try:
            return self.exists(Provision.parse(mention))
        except ValueError:
            return False

    def has_article(self, provision: Provision) -> bool:
        """Whether the provision's article is published."""
        return f"{provision.law}/{provision.article}" in self.articles

    def exists(self, provision: Provision) -> bool:
        """Whether the provision is published, declared as omitted, or allowed though its article is not published."""
        if provision.law not in self.laws:
            return False
        name = str(provision)
        if not self.has_article(provision):
            return name in self.also_cited or self._is_in_doubt(provision.law, provision.article)
        return (
            provision.paragraph is None
            or self.is_published(name)
            or name in self.declared
            or str(provision.whole_paragraph) in self.declared
        )

    def _is_in_doubt(self, law: str, article: str) -> bool:
        """Whether something else is told of the article's file, or of what may be why the article is missing."""
        folder = f"laws/{law}/articles"
        if f"{law}/{article}" in self.articles:
            return f"{folder}/{article}" in self.unread
        none = law in self.laws and not any(other.startswith(f"{law}/") for other in self.articles)
        return none or f"laws/{law}/law" in self.unread


REGISTERS = {
    "sources": "sources",
    "authorities": "authorities",
    "glossary": "terms",
    "timeline": "events",
    "changes": "changes",
    "practice": "studies",
}
"""The registers that have a page each, and the name of the list in each."""


def build_index(documents: dict[str, Document], unread: Collection[str] = ()) -> Index:
    """Walks the raw documents. Whatever has an unexpected shape is passed over, like the files `unread`.

    A document may be among the `unread`, too: what its numbers say is then not relied on.
    """
    index = Index(unread=set(unread))
    values: dict[str, Value] = {**dict.fromkeys(unread), **{key: each.value for key, each in documents.items()}}
    for key, value in values.items():
        parts = key.split("/")
        has_paragraphs = len(parts) == 4 or parts[0] == "statement"
        if has_paragraphs and not (isinstance(value, dict) and isinstance(value.get("paragraphs"), list)):
            index.unread.add(key)
        if parts[0] == "laws":
            index.laws.add(parts[1])
        if parts[0] == "laws" and len(parts) == 3:
            _add_cited(index, key, value)
        if len(parts) == 4:
            _add_article(index, f"{parts[1]}/{parts[3]}", value)
            if any(not _NUMBERS[name].fullmatch(numbers) for name, numbers in _numbers(value, "paragraphs")):
                index.unread.add(key)
        elif parts[0] == "statement":
            index.statements.add(parts[1])
            for paragraph in _rows(value, "paragraphs"):
                index.statements.add(f"{parts[1]}/s{paragraph.get('number')}")
        elif parts[0] == "flows":
            nodes = [*_rows(value, "questions"), *_rows(value, "outcomes")]
            index.flows[parts[1]] = {str(node.get("id")) for node in nodes}
            lists = [node.get("letters") for node in nodes]
            index.given[parts[1]] = {str(name) for names in lists if isinstance(names, list) for name in names}
        elif parts[0] == "letters":
            index.letters.add(parts[1])
        elif key == "deadlines":
            index.deadlines = {str(row.get("id")) for row in _rows(value, "deadlines")}
        elif key in REGISTERS and isinstance(value, dict) and isinstance(value.get(REGISTERS[key]), list):
            index.ids[key] = {str(row.get("id")) for row in _rows(value, REGISTERS[key])}
    index.unread.update({f"laws/{law}/law" for law in index.laws} - values.keys())
    return index


def _add_cited(index: Index, key: str, value: Value) -> None:
    cited = value.get("also_cited", []) if isinstance(value, dict) else None
    if not isinstance(cited, list):
        index.unread.add(key)
        return
    for address in cited:
        try:
            index.also_cited.add(str(Provision.parse(f"{key.split('/')[1]}/{address}")))
        except ValueError:
            index.unread.add(key)


_NUMBERS = {"number": re.compile(ITEM), **dict.fromkeys(("omitted", "repealed"), re.compile(RANGE))}


def _add_article(index: Index, article: str, value: Value) -> None:
    index.articles.add(article)
    for part in _rows(value, "paragraphs"):
        if "number" in part:
            name = f"{article}/p{number_in_address(str(part['number']))}"
            index.published.add(name)
            _add_items(index, name, part, "-i")
        for number in _gap(part):
            index.declared.add(f"{article}/p{number}")


def _numbers(value: Value, name: str) -> Iterator[tuple[str, str]]:
    """What an article's parts and their items have in place of a number; an empty one where they have none."""
    for part in _rows(value, name):
        given = [key for key in _NUMBERS if key in part] or ["number"]
        yield from ((key, str(part.get(key) or "")) for key in given)
        yield from _numbers(part, "items")


def _add_items(index: Index, parent: str, part: dict[str, Value], separator: str) -> None:
    for item in _rows(part, "items"):
        if "number" in item:
            name = f"{parent}{separator}{number_in_address(str(item['number']))}"
            index.published.add(name)
            _add_items(index, name, item, "-")
        for number in _gap(item):
            index.declared.add(f"{parent}{separator}{number}")


def _gap(part: dict[str, Value]) -> list[str]:
    numbers = part.get("omitted") or part.get("repealed")
    return expand(numbers) if isinstance(numbers, str) else []


def _rows(value: Value, name: str) -> Iterator[dict[str, Value]]:
    rows = value.get(name) if isinstance(value, dict) else None
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            yield row
