"""Renders a page's body with Jinja: strict about missing values, escaping everything."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from legal_site.assets import THEME
from legal_site.markup import between_tags, css_string, keep_together
from legal_site.view.globals import GLOBALS

TEMPLATES = THEME / "pages"


_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class _Flush(FileSystemLoader):
    """Templates without the indentation of their lines, which no reader sees and every reader would load."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, name, is_current = super().get_source(environment, template)
        return _INDENT.sub("", source), name, is_current


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict: nothing changes the globals later, and each page copies them and compares their names."""
        return {**self.globals, **(d or {})}


def newest_template() -> float:
    """When a page template was last changed: a preview follows the edit, and no template is looked at per page."""
    return max(path.stat().st_mtime for path in TEMPLATES.iterdir())


@lru_cache(maxsize=1)
def environment(changed: float) -> Environment:
    """The environment of all page templates as they were at `changed`."""
    env = _Environment(
        loader=_Flush(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters["together"] = keep_together
    env.filters["css_string"] = css_string
    env.filters["between_tags"] = between_tags
    env.globals.update(GLOBALS)
    return env
