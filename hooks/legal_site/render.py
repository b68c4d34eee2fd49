"""Renders a page's body with Jinja: strict about missing values, escaping everything."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from legal_site.markup import keep_together
from legal_site.view.globals import GLOBALS

TEMPLATES = Path(__file__).parent / "theme" / "pages"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of all page templates."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )
    env.filters["together"] = keep_together
    env.globals.update(GLOBALS)
    return env


def render(template: str, context: dict[str, Any]) -> Markup:
    """The HTML of a page's body."""
    return Markup(environment().get_template(template).render(context))
