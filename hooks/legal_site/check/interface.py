"""The interface has every text that the pages ask for, with the words in braces that they fill in.

`interface.txt` beside this file lists both; a test compares it with the real interface and with what pages ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document
from legal_site.model.site import Interface
from legal_site.problems import did_you_mean

LIST = Path(__file__).with_suffix(".txt")
_FILLED_IN = re.compile(r"\{[a-z_]+\}")


@lru_cache(maxsize=1)
def names() -> dict[str, frozenset[str]]:
    """The name of each text with what is filled in: `{number}`."""
    lines = LIST.read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {name: frozenset(filled_in) for name, *filled_in in rows}


def complete(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A text that is missing."""
    if not isinstance(model, Interface):
        return
    for name in names():
        if name not in model.texts:
            near = did_you_mean(name, model.texts.keys() - names().keys())
            yield Finding(("texts", name), f"is missing: the pages ask for it by this name{near}")


def braces(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Braces in which stands something else than the pages fill in."""
    if not isinstance(model, Interface):
        return
    for name, text in model.texts.items():
        for locale, words in text.items():
            expected = names().get(name, frozenset(_FILLED_IN.findall(words)))
            rest = _FILLED_IN.sub("", words)
            if "{" in rest or "}" in rest or expected != set(_FILLED_IN.findall(words)):
                filled_in = " and ".join(sorted(expected)) or "nothing"
                yield Finding(("texts", name, locale), f"has other words in braces than are filled in: {filled_in}")


OWN_RULES: tuple[OwnRule, ...] = (complete, braces)
