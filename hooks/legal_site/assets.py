"""Style sheets and scripts as the browser gets them: joined by the kind of page, made small, named by their content.

A name that changes with the content may be kept for ever; a reader loads one style sheet and one script. The accents
of `site.yml` stand in style sheets and icon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin

from legal_site.model.site import Colours

THEME = Path(__file__).parent / "theme"
_FOLDER = THEME / "assets"

_EVERYWHERE = ("page.js", "search-open.js")
_SEARCH = (
    "minisearch.js", "search-words.js", "search-citation.js", "search-postings.js", "search-ranking.js",
    "search-engine.js", "search-results.js", "search.js",
)  # fmt: skip
GUIDE_PARTS = ("calendar.js", "flow-state.js", "deadlines.js", "parts.js", "flow.js")
"""What makes a guide ask one question at a time. Each fails alone; the page reads without any.

`flow` comes last: it tells the others at once which node is shown.
"""

LETTER_PARTS = ("calendar.js", "flow-state.js", "beside-guide.js", "letters.js")
"""What fills in the letters, which stand on a page of their own: whoever needs none does not load them."""

BUNDLES = {
    "site.css": ("material.css", "site.css", "flow.css"),
    "card.css": ("card.css",),
    "page.js": _EVERYWHERE,
    "paragraphs.js": (*_EVERYWHERE, "cite.js"),
    "guides.js": (*_EVERYWHERE, *GUIDE_PARTS, "card.js"),
    "letters.js": (*_EVERYWHERE, *LETTER_PARTS, "card.js"),
    "flowchart.js": (*_EVERYWHERE, "flow-state.js", "beside-guide.js", "picture.js", "card.js"),
    "search-page.js": (_SEARCH[0], *_EVERYWHERE, *_SEARCH[1:]),  # the own parts side by side: packed, 140 bytes less
    "search.js": _SEARCH,
    "card.js": ("card.js",),
    "redirect.js": ("redirect.js",),
}
"""What each file is made of, in this order. `search.js` is loaded when a reader opens the search over another page."""

_LASTING = ("embed.js", "icon.svg", "minisearch.LICENSE.txt", "material.LICENSE.txt")
"""Files under a name that never changes: `embed.js` is loaded by other people's pages."""


@dataclass(frozen=True)
class Asset:
    """One file that pages load."""

    address: str
    """`/assets/site.1a2b3c4d.css`; without a version's prefix, since all versions share it."""
    data: bytes


def assets(colours: Colours) -> dict[str, Asset]:
    """Every file by the name under which templates ask for it, in the site's colours.

    Made again when a source or a colour has changed.
    """
    return _assets(max(path.stat().st_mtime for path in _FOLDER.iterdir()), colours)


@lru_cache(maxsize=1)
def _assets(changed: float, colours: Colours) -> dict[str, Asset]:
    made = {name: _named(name, _coloured(name, "".join(_parts(name)).encode(), colours)) for name in BUNDLES}
    lasting = {name: _coloured(name, (_FOLDER / name).read_bytes(), colours) for name in _LASTING}
    return made | {name: Asset(f"/assets/{name}", data) for name, data in lasting.items()}


def _coloured(name: str, data: bytes, colours: Colours) -> bytes:
    """A style sheet or picture with the accents in the places kept for them; any other file as it is."""
    if not name.endswith((".css", ".svg")):
        return data
    return data.replace(b"$accent-light", colours.light.encode()).replace(b"$accent-dark", colours.dark.encode())


def fingerprinted(name: str, data: bytes) -> str:
    """The address of a file that has a digest of its content in its name: `site.css` → `/assets/site.1a2b3c4d.css`."""
    stem, _, ending = name.rpartition(".")
    return f"/assets/{stem}.{sha256(data).hexdigest()[:8]}.{ending}"


def small(source: str) -> str:
    """The text of one source without comments and needless space."""
    text = (_FOLDER / source).read_text("utf-8")
    return str(rcssmin.cssmin(text) if source.endswith(".css") else rjsmin.jsmin(text))


def _named(name: str, data: bytes) -> Asset:
    return Asset(fingerprinted(name, data), data)


def _parts(name: str) -> list[str]:
    sources = BUNDLES[name]
    texts = [small(source) for source in sources]
    if name.endswith(".css") or len(sources) == 1:
        return [f"{text}\n" for text in texts]
    # A part that fails tells the browser's log and leaves the others alone, as files of their own would.
    return [f"try{{{text}\n}}catch(error){{reportError(error)}}\n" for text in texts]
