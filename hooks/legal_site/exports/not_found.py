"""The page for an address that is not there: in each version its own words first, then those of the others.

A host that has one such page for everything takes the first version's, at `/404.html`; others take the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from legal_site.layout import menu
from legal_site.site import Site


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    versions = site.content.site.versions
    readers = [site.reader(version.locale, "/") for version in versions]
    # It is shown at addresses of any depth: its links start from the root.
    root = urlsplit(site_url).path.rstrip("/")
    for reader in readers:
        others = [other for other in readers if other is not reader]
        context = {"r": reader, "others": others, "assets": readers[0], "root": root, "menu": menu}
        yield reader.prefixed("/404.html"), site.render("not_found.html", context)
