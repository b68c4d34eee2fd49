"""The sitemap: every page in each version, with the others as its alternates (sitemaps.org 0.9; hreflang by Google)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from legal_site import permalink
from legal_site.site import Site

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    base = site_url.rstrip("/")
    versions = [(version.lang, site.reader(version.locale, "/").prefix) for version in site.content.site.versions]
    rows = [_HEAD]
    for address in sorted({*site.pages, *_prose(site)}):
        own = [(lang, base + permalink.prefixed(address, prefix)) for lang, prefix in versions]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(href)}/>'
            for lang, href in (*own, ("x-default", own[0][1]))
        )
        rows.extend(f"<url><loc>{escape(href)}</loc>{links}</url>\n" for _, href in own)
    rows.extend(f"<url><loc>{escape(base + address)}</loc></url>\n" for address in _side_by_side(site))
    yield "/sitemap.xml", "".join((*rows, "</urlset>\n"))


def _prose(site: Site) -> set[str]:
    return {address for _, address in site.prose_texts}


def _side_by_side(site: Site) -> Iterator[str]:
    """In the first version, which the others name as the one to be found: each of them shows all versions."""
    for law in site.content.laws.values():
        for number in law.articles:
            yield permalink.parallel(law.id, number)
