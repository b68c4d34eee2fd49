"""Texts as CommonMark (spec.commonmark.org 0.31), for the Markdown twins of the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from legal_site.view.reader import Reader

_SPECIAL = re.compile(r"([\\`*_\[\]{}])|^(\s*)(\d+(?=[.)])|(?=[#>+-]))", re.MULTILINE)
_MENTION = re.compile(r"\[\[([^\]\n]+)\]\]")
_PAGE_LINK = re.compile(r"\]\((/[^)\s]*)\)")
_ATTRIBUTES = re.compile(r"\{(?:lang=|[#.:])[^}\n]*\}")


def literal(words: str) -> Markup:
    """Words that show as they stand: what Markdown would read as its own is escaped, line beginnings too."""
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return Markup(_SPECIAL.sub(_escaped, words))


def _escaped(match: re.Match[str]) -> str:
    if match.group(1):
        return f"\\{match.group(1)}"
    return f"{match.group(2)}{match.group(3)}\\"


def editorial(reader: Reader, text: Mapping[str, str], page: str) -> Markup:
    """An editorial text with its mentions cited and all its links absolute; `page` is the address of the reader's page.

    Editorial texts are Markdown already; what only our HTML understands (`{lang=en}`) is left out.
    """

    def mentioned(match: re.Match[str]) -> str:
        name, link = reader.mention(match.group(1))
        return f"[{name}]({absolute(page, link)})" if link else name

    written = _PAGE_LINK.sub(lambda match: f"]({absolute(page, reader.link(match.group(1)))})", text[reader.written])
    written = _MENTION.sub(mentioned, _ATTRIBUTES.sub("", written))
    return Markup(reader.plain(written).strip())


def absolute(page: str, link: str) -> str:
    """A link of ours (`../147/#p2`, `#p2`, `./`) seen from the page with that address, which ends with a slash."""
    if link.startswith("#"):
        return page + link
    up = 0
    while link.startswith("../", 3 * up):
        up += 1
    return f"{page.rsplit('/', up + 1)[0]}/{link[3 * up :].removeprefix('./')}"
