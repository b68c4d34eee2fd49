"""Hand-written prose: its front matter, its placeholders and titles in the reader's version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legal_site.compose import Places, Value, compose
from legal_site.problems import Problem
from legal_site.view import proof
from legal_site.view.reader import Reader

PLACEHOLDER = re.compile(r"\{\{\s*site\.(\w+)\s*\}\}")
PLACEHOLDERS = ("name", "address", "version_address", "publisher", "contact", "source_address")
"""What of `site.yml` can be filled in. `version_address` is where the site begins in the reader's version."""
RESULTS = ("tested", "failing")
"""What of the last run of the proof can be filled in."""
_RESULTS = re.compile(rf"\{{\{{\s*proof\.({'|'.join(RESULTS)})\s*\}}\}}")
_BRACES = re.compile(r"\{\{(?:[^{}]*\}\})?")

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)
"""A page's title and description, before its text."""


def divided(markdown: str) -> tuple[str, str]:
    """A page's front matter with the lines around it (empty, if there is none), and its text."""
    head = _FRONT_MATTER.match(markdown)
    end = head.end() if head else 0
    return markdown[:end], markdown[end:]


def front_matter(markdown: str, name: str, problems: list[Problem]) -> tuple[Value, Places] | None:
    """What stands before the text of the page called `name`: texts, as in the content, and their places in the file.

    None after saying in `problems` why it cannot be read.
    """
    head = _FRONT_MATTER.match(markdown)
    # The line before it is a remark here, so that lines count from the beginning of the file.
    return compose(f"#\n{head.group(1)}", name, problems) if head else ({}, {})


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
    head, text = divided(markdown)
    return head + fill_placeholders(text, reader)


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


def prose_titles(markdown: str, reader: Reader) -> tuple[str, str]:
    """The title and the description of a page that the check has found in order, in the reader's script."""
    value, _ = front_matter(markdown, "", []) or ({}, {})
    rows = value if isinstance(value, dict) else {}
    title, description = (fill_placeholders(str(rows.get(key, "")), reader) for key in ("title", "description"))
    return reader.plain(title), reader.plain(description)
