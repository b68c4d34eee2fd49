"""The script that stands in each page itself and loads the page's own one after the first picture (decisions/0020)."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import rjsmin
from markupsafe import Markup

STARTER = Markup(rjsmin.jsmin((Path(__file__).parent / "theme/assets/starter.js").read_text("utf-8")))
"""Its text, as it stands between the tags."""

STARTER_SOURCE = f"'sha256-{b64encode(sha256(STARTER.encode()).digest()).decode()}'"
"""What the policy names it by (Content Security Policy Level 3, 2.3.1, hash-source): no other text would run."""
