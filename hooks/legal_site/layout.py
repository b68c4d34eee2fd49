"""What the layout around every page needs: the menus and the shared files."""

from __future__ import annotations

from typing import Any

from legal_site.pages import REGISTERS, Page
from legal_site.permalink import picture_address, register
from legal_site.view.json_ld import json_ld
from legal_site.view.reader import Reader

MENU = (
    ("guides", "/guide/"),
    ("statements", "/statement/"),
    ("laws", "/law/"),
    *((name, register(name)) for name in REGISTERS[:4]),
    ("about", "/about/"),
)
"""Key of the name and address, in order."""

FOOTER = (
    ("method", "/about/method/"),
    ("corrections", "/about/corrections/"),
    ("privacy", "/about/privacy/"),
    ("accessibility", "/about/accessibility/"),
    ("proof", "/about/proof/"),
    ("licence", "/about/licence/"),
    ("developers", "/about/developers/"),
    ("sources", "/sources/"),
    ("changes", "/changes/"),
)


def menu(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Key of the name and address of each entry of the menu, in order, without those whose page would be empty."""
    content = reader.content
    filled = {
        "guides": content.flows,
        "statements": content.statements,
        "glossary": content.glossary.terms,
        "timeline": content.timeline.events,
        "practice": content.practice.studies or content.practice.cautions,
        "authorities": content.authorities.authorities,
    }
    return tuple((key, address) for key, address in MENU if filled.get(key, True))


def layout(reader: Reader, page: Page | None) -> dict[str, Any]:
    """The layout's values on one page; `page` is None for hand-written prose."""
    return {
        "script": page.script if page else "page.js",
        "r": reader,
        "json_ld": json_ld,
        "picture": reader.prefixed(picture_address(page.card)) if page and page.card else None,
    }
