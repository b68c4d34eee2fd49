"""The register of addresses as data: what was ever published, and where what moved lives now."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site.exports.data_file import DataFile, opening, schema_address, schema_text, written
from legal_site.exports.every_version import EveryVersion
from legal_site.site import Site

ADDRESS = "/data/permalinks.json"


class PermalinksFile(DataFile):
    """Every address and anchor ever published. None is taken out."""

    addresses: list[str]
    """Without the site's own address and without a version's prefix, in the order in which they were published."""
    aliases: dict[str, str]
    """From an address that moved to the one that stands now."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    every = EveryVersion.of(site)
    head = opening(every, site_url, ADDRESS, "permalinks")
    known = site.permanence
    yield ADDRESS, written(PermalinksFile(**head, addresses=list(known.addresses), aliases=dict(known.aliases)))
    yield schema_address("permalinks"), schema_text(PermalinksFile, "permalinks", list(every.readers), site_url)
