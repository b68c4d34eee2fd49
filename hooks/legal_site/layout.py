"""What the layout around every page needs: the menus and the shared files."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from legal_site.pages import CITE_SCRIPTS, GUIDE_SCRIPTS, REGISTERS, SEARCH_SCRIPTS, Page
from legal_site.permalink import picture_address, register
from legal_site.view.json_ld import json_ld
from legal_site.view.reader import Reader

GUIDES = (("guides", "/guide/"),)
"""Stands before the menu where the site has guides."""

MENU = (
    ("statements", "/statement/"),
    ("law_nav", "/law/"),
    *((name, register(name)) for name in REGISTERS[:4]),
    ("about", "/about/"),
)
"""Key of the name and address, in order."""

FOOTER = (
    ("method", "/about/method/"),
    ("corrections", "/about/corrections/"),
    ("privacy", "/about/privacy/"),
    ("accessibility", "/about/accessibility/"),
    ("licence", "/about/licence/"),
    ("developers", "/about/developers/"),
    ("sources", "/sources/"),
    ("changes", "/changes/"),
)

_KEPT = (
    "assets/guide.css",
    "assets/flow.css",
    "assets/guide.js",
    "assets/redirect.js",
    "assets/card.css",
    "assets/card.js",
    "assets/embed.js",
    "assets/icon.svg",
    *CITE_SCRIPTS,
    "assets/minisearch.LICENSE.txt",
    *SEARCH_SCRIPTS,
    *GUIDE_SCRIPTS,
)


@lru_cache(maxsize=1)
def material_stylesheet() -> str:
    """The path of Material's style sheet, whose name carries a hash of its content."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    return next(
        f"assets/stylesheets/{entry.name}"
        for entry in folder.iterdir()
        if entry.name.startswith("main.") and entry.name.endswith(".min.css")
    )


def is_unused_asset(uri: str) -> bool:
    """Whether a file of the theme is loaded by no page: Material's scripts, palettes and icons."""
    return uri.startswith("assets/") and uri not in (*_KEPT, material_stylesheet())


def menu(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Key of the name and address of each entry of the menu, in order."""
    return (*(GUIDES if reader.content.flows else ()), *MENU)


def layout(reader: Reader, page: Page | None) -> dict[str, Any]:
    """The layout's values on one page; `page` is None for hand-written prose."""
    return {
        "scripts": page.scripts if page else (),
        "styles": page.styles if page else (),
        "r": reader,
        "json_ld": json_ld,
        "picture": reader.prefixed(picture_address(page.card)) if page and page.card else None,
        "material_css": material_stylesheet(),
    }
