"""Everything written beside the pages, from the same model: each module yields the files that it makes.

A file is its address on the site (`/data/laws.json`, `/en/law/kz/146/p3/`) and its text or bytes. The same
content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legal_site.exports import aliases, cards, robots, wordings
from legal_site.site import Site

Export = Callable[[Site, str], Iterator[tuple[str, str | bytes]]]
"""From the site and its address, with a slash at the end, to the files."""

EXPORTS: tuple[Export, ...] = (robots.files, wordings.files, aliases.files, cards.files)


def exported(site: Site) -> Iterator[str]:
    """The addresses of all exports, without a version's prefix; pictures belong to their cards and are not listed."""
    prefixes = tuple(f"/{version.locale}/" for version in site.content.site.versions[1:])
    for export in EXPORTS:
        for address, _ in export(site, site.content.site.address):
            if not address.startswith(prefixes) and not address.endswith(".png"):
                yield address
