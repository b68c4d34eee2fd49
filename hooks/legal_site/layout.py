"""What the layout around every page needs: the menus and the shared files."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from legal_site.pages import REGISTERS
from legal_site.permalink import register
from legal_site.view.reader import Reader

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
    ("sources", "/sources/"),
    ("changes", "/changes/"),
)

_KEPT = ("assets/guide.css", "assets/guide.js", "assets/redirect.js", "assets/icon.svg")


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


def layout(reader: Reader) -> dict[str, Any]:
    """The layout's values on one page."""
    return {"r": reader, "menu": MENU, "footer_menu": FOOTER, "material_css": material_stylesheet()}
