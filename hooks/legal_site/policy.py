"""What browsers are told about the site: where its parts may come from, who may read it, how long a file may be kept.

The only place where this stands: pages, `_headers` and the settings of web servers are made from it. Nothing here
forbids framing: the site is public and acts for nobody who is logged in (decisions/0011).
"""

from __future__ import annotations

import re

from markupsafe import Markup

from legal_site.starter import STARTERS, Starter

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",  # fonts, frames, workers: no page uses them
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",  # no script of ours asks for anything; tools that look at a page read robots.txt so
    "base-uri": "'none'",
    "form-action": "'self'",  # the search without its script
    "require-trusted-types-for": "'script'",
    "trusted-types": "late-script own-script",  # of starter.js and search-open.js: scripts of this host alone
}
"""Directives of Content Security Policy Level 3 (W3C) and of Trusted Types, each with its sources; the scripts that
stand in pages themselves come to `script-src` by their digests."""

REFERRER = "no-referrer"
"""No site that a reader goes to is told that they come from here (W3C Referrer Policy)."""

LASTING = r"^/assets/.+\.[0-9a-f]{8}\.(?:min\.)?[a-z0-9]+$"
"""Addresses of files whose name carries a digest of their content. Python, PCRE and RE2 read it alike."""

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
"""Kept, but asked for each time: an unchanged file is answered with 304 and no body."""

_UTF8 = "; charset=utf-8"
CONTENT_TYPES = {
    "feed.xml": "application/atom+xml" + _UTF8,
    ".akn.xml": "application/akn+xml" + _UTF8,
    ".xml": "application/xml" + _UTF8,
    ".html": "text/html" + _UTF8,
    ".md": "text/markdown" + _UTF8,
    ".txt": "text/plain" + _UTF8,
    ".csv": "text/csv" + _UTF8,
    ".css": "text/css" + _UTF8,
    ".js": "text/javascript" + _UTF8,
    ".json": "application/json" + _UTF8,
    ".webmanifest": "application/manifest+json" + _UTF8,
    ".svg": "image/svg+xml" + _UTF8,
    ".png": "image/png",
    ".zip": "application/zip",
    ".gz": "application/gzip",
}
"""By the end of the address; the first that fits is right. A folder is its `index.html`."""


def content_security_policy(*starters: Starter) -> str:
    """The policy as one line, with these scripts allowed in the page itself: in a page its own one, or none; in the
    header, which all pages share, each. No other directive differs, and none is for headers alone."""
    inline = "".join(f" {starter.source}" for starter in starters)
    return "; ".join(
        f"{directive} {sources}{inline if directive == 'script-src' else ''}"
        for directive, sources in CONTENT_SECURITY_POLICY.items()
    )


def meta_tags(*starters: Starter) -> Markup:
    """The policy for hosts that send no headers of ours. Stands in the head before anything that loads something."""
    return Markup(
        '<meta http-equiv="Content-Security-Policy" content="{}">\n<meta name="referrer" content="{}">'
    ).format(Markup(content_security_policy(*starters)), REFERRER)


HEADERS = {
    "Content-Security-Policy": content_security_policy(*STARTERS),
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Browsers heed it over HTTPS alone. Without includeSubDomains: the neighbours of the address are not ours.
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    # These three open: pages of others may fetch, show and frame all of it, those that isolate themselves too.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""What every answer carries, that to an unknown address too."""


def is_lasting(address: str) -> bool:
    """Whether a file will never change under its address: its name carries a digest of its content."""
    return re.search(LASTING, address) is not None


def cache_control(address: str) -> str:
    """How long a browser may keep the file of an address before it asks again."""
    return KEPT if is_lasting(address) else ASKED_AGAIN


def content_type(address: str) -> str | None:
    """The media type of an address's file; None for a kind that the site does not have."""
    file = f"{address}index.html" if address.endswith("/") else address
    return next((kind for end, kind in CONTENT_TYPES.items() if file.endswith(end)), None)
