"""Editorial texts: a small Markdown with mentioned provisions, turned into HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

import markdown
from markupsafe import Markup

_MENTION = re.compile(r"\[\[([^\]\n]+)\]\]")
_INTERNAL = re.compile(r"""(<a(?=\s)(?:[^<>"']|"[^"]*"|'[^']*')*?\shref\s*=\s*["']?)(/[^"'\s>]*)""", re.IGNORECASE)
"""A link in its tag: `href="/…"` may stand among the words too, where a page shows how one is written."""
_SIMPLE = re.compile(r"[\[\]*_`#{}\\<>&\n]|^\s*(?:\d+[.)]|[-+>])|https?://")

Mention = Callable[[str], tuple[str, str | None]]
"""From the address in `[[…]]` to its citation and its link (None: not published)."""


@lru_cache(maxsize=8192)
def _html(text: str) -> str:
    if not _SIMPLE.search(text):
        return f"<p>{html.escape(text, quote=False)}</p>"
    return markdown.markdown(text, extensions=["attr_list"], output_format="html")


def made(text: str) -> str:
    """The HTML of an editorial text, its mentions still in brackets."""
    # Python-Markdown would read [[a/b]] as a link and * or _ in it as emphasis.
    protected = _MENTION.sub(lambda match: f"\ue000{match.group(1)}\ue001", text)
    return _html(protected).replace("\ue000", "[[").replace("\ue001", "]]")


def editorial(text: str, mention: Mention, page_link: Callable[[str], str]) -> str:
    """The HTML of an editorial text.

    `[[kz/146/p3]]` becomes the provision's citation, linked where it is published. Links to pages of
    the site (`/about/`) are made relative by `page_link`.
    """

    def cited(match: re.Match[str]) -> str:
        name, link = mention(match.group(1))
        name = keep_together(html.escape(name, quote=False))
        return f'<a href="{html.escape(link)}">{name}</a>' if link else f'<span class="law-ref">{name}</span>'

    return with_page_links(_MENTION.sub(cited, made(text)), page_link)


def with_page_links(page: str, page_link: Callable[[str], str]) -> str:
    """The HTML with each link to a page of the site (`/about/`) as `page_link` makes it; its words stay."""
    return _INTERNAL.sub(lambda match: match.group(1) + page_link(match.group(2)), page)


def between_tags(text: str) -> Markup:
    """The text as it may stand between two tags, never in an attribute: its quotation marks stay one letter each."""
    return Markup(html.escape(text, quote=False))


def css_string(text: str) -> Markup:
    """The text as a string of a style sheet (CSS Syntax 3, 4.3.5), which knows no escapes of HTML."""
    escaped = re.sub(r"[^\w -]", lambda match: f"\\{ord(match.group()):x} ", text)
    return Markup(f'"{escaped}"')


def keep_together(citation: str) -> str:
    """A printed citation whose abbreviations stay on the line of their numbers („чл. 146”)."""
    return re.sub(r"(\.) (?=\d)", "\\1\u00a0", citation)
