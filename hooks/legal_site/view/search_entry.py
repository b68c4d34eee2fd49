"""What can be found: entries, grouped by the page on which they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

FIELDS = ("headline", "text", "around", "asked")
"""The words of an entry in which is searched, each by its own weight."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found."""

    anchor: str
    """Where it stands on its page; empty: the page itself."""
    kind: str
    """`paragraph`, `item`, `statement`, `question`, `outcome`, `letter`, `term`, `page`, `section`, `authority`,
    `event`."""
    name: str
    """What the hit is called: a citation, a question, a term."""
    make_text: Callable[[], str] = field(repr=False, compare=False)
    """Makes its text. The list of all that can be found does without."""
    headline: str = ""
    """The words that weigh most: the question, the term, the article's heading."""
    around: str = ""
    """What it belongs to: its law, the opening words of its paragraph."""
    asked: str = ""
    """What readers type who look for it, where its own words are others."""

    @cached_property
    def text(self) -> str:
        """What it says."""
        return self.make_text()


WEIGHTS = {
    "term": 1.8, "page": 1.7, "outcome": 0.8, "authority": 0.75, "statement": 0.65, "question": 0.6, "letter": 0.6,
    "section": 0.55, "event": 0.55,
}  # fmt: skip
"""How much more or less than 1 a kind of entry counts among others that fit as well: an explained term first,
then a page as a whole; sections of prose and dates last."""


@dataclass(frozen=True)
class Group:
    """A page and what can be found on it."""

    address: str
    title: str
    entries: list[Entry] = field(default_factory=list)

    def address_of(self, entry: Entry) -> str:
        """Where one of its entries stands."""
        return f"{self.address}#{entry.anchor}" if entry.anchor else self.address
