"""Hand-written prose: its placeholders and titles in the reader's version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legal_site.view import proof
from legal_site.view.reader import Reader

PLACEHOLDER = re.compile(r"\{\{\s*site\.(\w+)\s*\}\}")
PLACEHOLDERS = ("name", "address", "version_address", "publisher", "contact", "source_address")
"""What of `site.yml` can be filled in. `version_address` is where the site begins in the reader's version."""
RESULTS = ("tested", "failing")
"""What of the last run of the proof can be filled in."""
_RESULTS = re.compile(rf"\{{\{{\s*proof\.({'|'.join(RESULTS)})\s*\}}\}}")
_BRACES = re.compile(r"\{\{(?:[^{}]*\}\})?")

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)
"""A page's title and description, before its text."""


def unfilled(text: str) -> Iterator[re.Match[str]]:
    """What stands in double braces, or begins so, and is filled in by nothing: readers would see it as it is typed."""
    for match in _BRACES.finditer(text):
        named = PLACEHOLDER.fullmatch(match.group())
        if not (named and named.group(1) in PLACEHOLDERS) and not _RESULTS.fullmatch(match.group()):
            yield match


def prose_text(markdown: str, reader: Reader) -> str:
    """A whole page with its placeholders filled in, but for the front matter: a name may have a colon, YAML may not.

    Raises KeyError for a placeholder that does not exist.
    """
    head = FRONT_MATTER.match(markdown)
    begin = head.end() if head else 0
    return markdown[:begin] + fill_placeholders(markdown[begin:], reader)


def fill_placeholders(text: str, reader: Reader) -> str:
    """`{{ site.contact }}` and the like from `site.yml`, in the prose's own language.

    `{{ proof.tested }}` and `{{ proof.failing }}` are lists of what the last run of the proof found for everyone.
    What is not known is said to be not known. Raises KeyError for a placeholder that does not exist.
    """
    site = reader.content.site
    unknown = reader.content.interface.texts["not_known"][reader.written]
    values = {
        "name": site.name[reader.written],
        "address": site.address,
        "version_address": site.address.rstrip("/") + reader.prefixed("/"),
        "publisher": site.publisher[reader.written] if site.publisher else unknown,
        "contact": site.contact or unknown,
        "source_address": site.source_address or unknown,
    }
    text = _RESULTS.sub(lambda match: _result(match.group(1), reader), text)
    return PLACEHOLDER.sub(lambda match: values[match.group(1)], text)


def _result(name: str, reader: Reader) -> str:
    return proof.tested(reader) if name == "tested" else proof.failing(reader)


def prose_title(text: str, reader: Reader) -> str:
    """A title or description from a page's front matter, in the reader's script."""
    return reader.plain(fill_placeholders(text, reader))
