"""Ids are anchors: each stands once, and none is one that the pages have already."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, Rule
from legal_site.index import REGISTERS
from legal_site.load import Document, Loc

TAKEN = frozenset(
    {
        "article", "articles", "cautions", "changes", "content", "earlier", "history", "letters", "missed", "notes",
        "provenance", "q", "referred-by", "shared", "shared-bodies", "shared-limits", "shared-said", "shared-words",
        "target", "today", "tools", "whole-guide", "whole-list",
    }
)  # fmt: skip
"""The anchors of the templates; a test compares."""


def unique_ids(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
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


def free_ids(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """An id that is the name of a part of the page on which it becomes an anchor."""
    for name in _anchored(key):
        rows = document.value.get(name) if isinstance(document.value, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            identifier = row.get("id") if isinstance(row, dict) else None
            if isinstance(identifier, str) and identifier in TAKEN:
                loc: Loc = (name, index, "id")
                yield Finding(loc, f"is {identifier!r}, which is the anchor of a part of the page: choose another")


def _anchored(key: str) -> tuple[str, ...]:
    """The lists of a file whose ids are anchors of a page."""
    if key.startswith("flows/"):
        return ("questions", "outcomes")
    return ("doors",) if key == "home" else (REGISTERS[key],) if key in REGISTERS else ()


RULES: tuple[Rule, ...] = (unique_ids, free_ids)
