"""Writes what is no page of MkDocs into the built site."""

from __future__ import annotations

from pathlib import Path

from legal_site import permalink
from legal_site.exports import EXPORTS
from legal_site.site import Site


def write_shared_files(site: Site, folder: Path, site_url: str) -> None:
    """Writes every export into the built site under `folder`; `site_url` ends with a slash."""
    for export in EXPORTS:
        for address, data in export(site, site_url):
            path = folder / permalink.file_of(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
