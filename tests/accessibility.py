"""axe on the page that is open, as `make test` asks it; how axe is put into a page, there and in `make proof`."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_BEFORE = """(() => {
  const kind = () => class {
    #name = Symbol();
    has(key) { return Object.hasOwn(key, this.#name); }
    get(key) { return key[this.#name]; }
    set(key, value) { key[this.#name] = value; return this; }
    add(key) { return this.set(key, true); }
    delete(key) { return this.has(key) && delete key[this.#name]; }
  };
  const WeakMap = kind(), WeakSet = kind();
"""
_AFTER = "\n})()"


def quick(source: str) -> str:
    """The text of `axe.min.js`, unchanged, in a script whose weak maps are entries in what they are about.

    axe keeps each part of a colour in a weak map of its own, and it looks at colours by the thousand: on the page of
    a guide those maps take 40 % of its time, on an article 20 %. What it finds is the same.
    """
    return _BEFORE + source + _AFTER


_AXE = Axe(quick(AXE_SCRIPT))


def violations(page: Page, context: str | None = None, **options: Any) -> str:
    """What axe finds on the page, or within what the selector names, as a text to be read; "" if it finds nothing."""
    results = _AXE.run(page, context=context, options={"resultTypes": ["violations"], **options})
    return results.generate_report() if results.violations_count else ""
