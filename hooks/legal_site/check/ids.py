"""Ids are anchors: each stands once, and none is one that the pages have already."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site import graph, permalink
from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.index import REGISTERS
from legal_site.load import Document, Loc
from legal_site.model.flow import Flow
from legal_site.model.registers import Practice
from legal_site.model.site import Home
from legal_site.problems import path_text

TAKEN = frozenset(
    {
        "article", "articles", "cautions", "changes", "content", "earlier", "history", "letters", "missed", "notes",
        "provenance", "q", "records", "referred-by", "shared", "shared-bodies", "shared-limits", "shared-said",
        "shared-words", "target", "today", "tools", "whole-guide", "whole-list",
    }
)  # fmt: skip
"""The anchors of the templates; a test compares."""


def unique_ids(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Two entries of one list with the same id."""
    for loc, mapping in document.mappings:
        for name, rows in mapping.items():
            if not isinstance(rows, list):
                continue
            seen: dict[str, int] = {}
            for index, row in enumerate(rows):
                identifier = row.get("id") if isinstance(row, dict) else None
                if not isinstance(identifier, str):
                    continue
                if identifier in seen:
                    message = f"is {identifier!r}, which entry {seen[identifier] + 1} of the list has already"
                    yield Finding((*loc, name, index, "id"), message)
                seen.setdefault(identifier, index)


def free_ids(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """An id that is the name of a part of the page on which it becomes an anchor."""
    for name in _anchored(key):
        rows = document.value.get(name) if isinstance(document.value, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            identifier = row.get("id") if isinstance(row, dict) else None
            if isinstance(identifier, str) and identifier in TAKEN:
                loc: Loc = (name, index, "id")
                yield Finding(loc, f"is {identifier!r}, which is the anchor of a part of the page: choose another")


def anchors_apart(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Entries of different lists that would have one anchor on their page."""
    seen: dict[str, str] = {}
    for loc, anchor in _anchors(model):
        here = path_text(loc) if loc else "a letter of an outcome"
        if anchor in seen:
            message = f"gives the page the anchor {anchor!r}, which {seen[anchor]} gives it: choose another id"
            yield Finding(loc, message)
        seen.setdefault(anchor, here)


def _anchors(model: BaseModel | None) -> Iterator[tuple[Loc, str]]:
    """The anchors of a page that is made from several lists, each with the place in the file that gives it.

    Of one list each is told once: that an id stands twice in it is said by `unique_ids`.
    """
    found: list[tuple[Loc, str]] = []
    if isinstance(model, Home):
        found += ((("doors", i, "id"), door.id) for i, door in enumerate(model.doors))
        rows = enumerate(model.statements)
        found += ((("statements", i, "statement"), permalink.home_statement(row.statement)) for i, row in rows)
    if isinstance(model, Practice):
        for i, study in enumerate(model.studies):
            found.append((("studies", i, "id"), study.id))
            lists = {"charts": [chart.id for chart in study.charts], "facts": [fact.id for fact in study.facts]}
            for name, parts in lists.items():
                found += (
                    (("studies", i, name, j, "id"), permalink.part_of(study.id, part)) for j, part in enumerate(parts)
                )
        found += ((("cautions", i, "id"), permalink.caution(fact.id)) for i, fact in enumerate(model.cautions))
    if isinstance(model, Flow):
        places: dict[str, Loc] = {}  # a node twice is told elsewhere
        nodes = {"questions": [each.id for each in model.questions], "outcomes": [each.id for each in model.outcomes]}
        for name, ids in nodes.items():
            for i, node in enumerate(ids):
                places.setdefault(node, (name, i, "id"))
        found += (((), permalink.letter(letter)) for letter in graph.letters(model))
        found += ((place, node) for node, place in places.items())
    told: set[tuple[Loc, str]] = set()
    for loc, anchor in found:
        one_list = loc[:-2]
        if (one_list, anchor) not in told:
            told.add((one_list, anchor))
            yield loc, anchor


def _anchored(key: str) -> tuple[str, ...]:
    """The lists of a file whose ids are anchors of a page."""
    if key.startswith("flows/"):
        return ("questions", "outcomes")
    return ("doors",) if key == "home" else (REGISTERS[key],) if key in REGISTERS else ()


OWN_RULES: tuple[OwnRule, ...] = (unique_ids, free_ids, anchors_apart)
