"""Links in editorial texts lead somewhere that a link may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, Rule, strings
from legal_site.load import Document

_LINK = re.compile(r"\]\(([^)]*)\)")
_ALLOWED = re.compile(r"(https?://|mailto:)[^\s]+|/([a-z0-9./-]*/)?(#[a-z0-9-]+)?")


def links(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A link that is neither https://…, mailto:… nor a page of the site such as /law/kz/146/."""
    for loc, text in strings(document.value):
        if "](" in text:
            for match in _LINK.finditer(text):
                target = match.group(1)
                if not _ALLOWED.fullmatch(target):
                    message = f"links to {target!r}: expected https://… or a page of the site such as /law/kz/146/"
                    yield Finding(loc, message)


RULES: tuple[Rule, ...] = (links,)
