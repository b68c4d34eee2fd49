"""robots.txt: everything may be read."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site.site import Site


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    yield "/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
