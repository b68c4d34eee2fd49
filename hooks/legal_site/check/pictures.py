"""Characters that the fonts of the share pictures do not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from pydantic import BaseModel

from legal_site.check.characters import INVISIBLE
from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.font import characters
from legal_site.load import Document, Loc

_WORDS = frozenset({"text", "penalty", "closing"})
_INTERFACE = ("kind_", "wording_", "month_", "long_date", "statement_paragraph", "unofficial")
"""How the keys begin of the interface's texts that a picture shows."""


def drawable(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A character in what a picture shows that would be drawn as an empty box."""
    is_shown = _shown(key)
    if is_shown is None:
        return
    for loc, text in document.strings:
        if not text.isascii() and not characters().issuperset(text) and is_shown(loc):
            # Separate accents and invisible characters are told by the rules for them.
            drawn = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
            for character in sorted(set(drawn) - characters() - {"\n", "\t"}):
                name = unicodedata.name(character, "an unnamed character").lower()
                yield Finding(
                    loc,
                    f"has {character!r} ({name}), which the font of the share pictures lacks: write it in other "
                    "characters, or add it to the font (hooks/legal_site/fonts/README.md)",
                )


def _is_status(loc: Loc) -> bool:
    """Whether it says what a text is in short, to the readers of that text."""
    return len(loc) > 3 and loc[-4] == "provenance" and loc[-2] == "in_short" and loc[-3] == loc[-1]


def _shown_of_statement(loc: Loc) -> bool:
    return _is_status(loc) or loc[0] == "author" or (loc[0] == "paragraphs" and loc[2] == "text")


def _shown_of_article(loc: Loc) -> bool:
    if loc[0] == "paragraphs" and loc[-2] in _WORDS and "elements" not in loc:
        return True
    return loc[0] != "earlier_wordings" and _is_status(loc)


def _shown(key: str) -> Callable[[Loc], bool] | None:
    """Which texts of a file are among the words of some picture; a test draws all and compares."""
    if key == "site":
        return lambda loc: loc[0] in ("name", "address", "jurisdiction")
    if key == "interface":
        return lambda loc: loc[0] == "texts" and str(loc[1]).startswith(_INTERFACE)
    if key.startswith("statement/"):
        return _shown_of_statement
    if key.startswith("laws/") and key.endswith("/law"):
        return lambda loc: loc[0] == "abbreviation" or _is_status(loc)
    if key.startswith("laws/"):
        return _shown_of_article
    return None


OWN_RULES: tuple[OwnRule, ...] = (drawable,)
