"""What can be found: entries, grouped by the page on which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """One thing that can be found."""

    anchor: str
    kind: str
    """`paragraph`, `item`, `statement`, `question`, `outcome`, `term`, `page`, `section`, `authority`,
    `event`."""
    name: str
    """What the hit is called: a citation, a question, a term."""
    text: str
    headline: str = ""
    """The words that weigh most: the question, the term, the article's heading."""
    around: str = ""
    """What it belongs to: its law, the opening words of its paragraph."""


WEIGHTS = {
    "term": 1.8, "outcome": 0.8, "authority": 0.8, "question": 0.75, "statement": 0.7, "page": 0.9, "section": 0.6,
    "event": 0.5,
}  # fmt: skip
"""How much more or less a kind of entry counts than others that fit as well: an explained term first, dates last."""


@dataclass(frozen=True)
class Group:
    """A page and what can be found on it."""

    address: str
    title: str
    entries: list[Entry] = field(default_factory=list)
