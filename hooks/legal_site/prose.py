"""Hand-written prose: its placeholders and titles in the reader's version."""

from __future__ import annotations

import re

from legal_site.view.reader import Reader

_PLACEHOLDER = re.compile(r"\{\{\s*site\.(\w+)\s*\}\}")


def fill_placeholders(text: str, reader: Reader) -> str:
    """`{{ site.contact }}` and the like from `site.yml`, in the prose's own language.

    What is not known is said to be not known. Raises KeyError for a placeholder that does not exist.
    """
    site = reader.content.site
    unknown = reader.content.interface.texts["not_known"][reader.written]
    values = {
        "name": site.name[reader.written],
        "publisher": site.publisher[reader.written] if site.publisher else unknown,
        "contact": site.contact or unknown,
        "source_address": site.source_address or unknown,
    }
    return _PLACEHOLDER.sub(lambda match: values[match.group(1)], text)


def prose_title(text: str, reader: Reader) -> str:
    """A title or description from a page's front matter, in the reader's script."""
    return reader.plain(fill_placeholders(text, reader))
