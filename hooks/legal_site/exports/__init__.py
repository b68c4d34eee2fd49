"""Everything written beside the pages, from the same model: each module yields the files that it makes.

A file is its address on the site (`/data/laws.json`, `/en/law/kz/146/p3/`) and its text or bytes. The same
content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legal_site import permalink
from legal_site.exports import (
    akn,
    aliases,
    cards,
    data,
    data_permalinks,
    feed,
    headers,
    llms,
    markdown_twins,
    not_found,
    parallel,
    pictures,
    robots,
    search,
    sitemap,
    wordings,
)
from legal_site.site import Site

Export = Callable[[Site, str], Iterator[tuple[str, str | bytes]]]
"""From the site and its address, with a slash at the end, to the files."""

EXPORTS: tuple[Export, ...] = (
    robots.files,
    not_found.files,
    sitemap.files,
    wordings.files,
    aliases.files,
    cards.files,
    data.files,
    data_permalinks.files,
    akn.files,
    parallel.files,
    feed.files,
    markdown_twins.files,
    llms.files,
    pictures.files,
    search.files,
    headers.files,
)

_UNLISTED = (pictures.files, search.files, headers.files)


def exported(site: Site) -> Iterator[str]:
    """The addresses of all exports, without a version's prefix.

    Not listed are pictures, which belong to their cards, style sheets, the index of the search, and what hosts read.
    """
    prefixes = ("/assets/", *(f"/{version.locale}/" for version in site.content.site.versions[1:]))
    for export in EXPORTS:
        # Nothing is drawn or indexed for a list of addresses.
        for address, _ in export(site, site.content.site.address) if export not in _UNLISTED else ():
            if not address.startswith(prefixes):
                yield address
    yield permalink.OFFLINE
