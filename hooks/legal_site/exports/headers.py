"""Headers and redirects for hosts that read them from the site's folder.

`_headers` and `_redirects` are read by Netlify and Cloudflare Pages, `_redirects.map` by the settings of nginx and
Caddy in `deploy/`. Elsewhere nothing is lost: the pages carry their policy, and what moved leads on as a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from legal_site.assets import assets
from legal_site.exports import parallel
from legal_site.policy import CONTENT_TYPES, HEADERS, cache_control, is_lasting
from legal_site.site import Site

_TYPED = ("feed.xml", ".akn.xml", ".md", ".csv")
"""What these hosts would call by another name, or send without its encoding."""

_HEAD = "# What moved, old and new address, as content_data/aliases.txt has them.\n"
"""Stands in a file without entries too: Caddy refuses one that is empty."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    moved = [*_moved(site)]
    own = assets(site.content.site.colours).values()
    loaded = [asset.address for asset in (*own, parallel.style(site))]
    yield "/_headers", "\n".join(_rule(path, headers) for path, headers in _rules(filter(is_lasting, loaded)))
    # A status other than that of a redirect makes Cloudflare refuse the whole file.
    yield "/_redirects", _HEAD + "".join(f"{old} {new} 301\n" for old, new in moved)
    # The semicolon stands alone: nginx ends the entry with it, to Caddy it is a second value that nobody asks for.
    yield "/_redirects.map", _HEAD + "".join(f"{old} {new} ;\n" for old, new in moved)


def _rules(lasting: Iterable[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Paths with their headers. No header stands in two rules that fit one path: hosts join them, each in its way."""
    yield "/*", HEADERS
    for ending in _TYPED:
        yield f"/*{ending}", {"Content-Type": CONTENT_TYPES[ending]}
    # One by one: one `*` a path is all that Cloudflare has. What is not named here is asked for again by both hosts.
    for address in lasting:
        yield address, {"Cache-Control": cache_control(address)}


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _moved(site: Site) -> Iterator[tuple[str, str]]:
    """The pages that moved as a whole and the files, in each version that has its own, old and new.

    A server does not see the anchor; the browser takes it along unless the new address has one. So a page whose
    anchors did not all move with it is left to its HTML, which knows where each of them is now.
    """
    for old, anchors in site.permanence.redirects.items():
        page = anchors[""]
        together = all(target in (page, f"{page}#{anchor}") for anchor, target in anchors.items() if anchor)
        if not together or ("#" in page and len(anchors) > 1):
            continue
        for version in site.content.site.versions:
            reader = site.reader(version.locale, old)
            yield reader.own_address, reader.prefixed(page)
    yield from site.moved_files()
