"""The script that stands in each page itself and loads the page's own one after the first picture (decisions/0020)."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rjsmin
from markupsafe import Markup

_SOURCE = (Path(__file__).parent / "theme/assets/starter.js").read_text("utf-8")
_OF_A_GUIDE = re.compile(r"^ *// Of a guide:.*\n(?:.*\n)*? *// Of every page\n", re.MULTILINE)


@dataclass(frozen=True)
class Starter:
    """A script as it stands in a page."""

    text: Markup
    """What is between its tags."""
    source: str
    """What the policy names it by (Content Security Policy Level 3, 2.3.1, hash-source): no other text would run."""


def _starter(source: str) -> Starter:
    text = rjsmin.jsmin(source)
    return Starter(Markup(text), f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")


STARTER = _starter(_OF_A_GUIDE.sub("", _SOURCE))
GUIDE_STARTER = _starter(_SOURCE)
"""On the pages of a guide, where a link may carry answers and names one of many nodes."""
STARTERS = (STARTER, GUIDE_STARTER)


def starter_of(script: str) -> Starter:
    """The one that loads a page's script, which is named as in `assets.BUNDLES`."""
    return GUIDE_STARTER if script in ("guides.js", "letters.js", "flowchart.js") else STARTER
