"""Renders a page's body with Jinja: strict about missing values, escaping everything."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from legal_site.assets import THEME
from legal_site.markup import keep_together
from legal_site.view.globals import GLOBALS

TEMPLATES = THEME / "pages"


def newest_template() -> float:
    """When a page template was last changed: a preview follows the edit, and no template is looked at per page."""
    return max(path.stat().st_mtime for path in TEMPLATES.iterdir())


@lru_cache(maxsize=1)
def environment(changed: float) -> Environment:
    """The environment of all page templates as they were at `changed`."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters["together"] = keep_together
    env.globals.update(GLOBALS)
    return env
