"""Writes what is no page of MkDocs into the built site."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from legal_site import permalink
from legal_site.exports import EXPORTS
from legal_site.site import Site


def write_shared_files(site: Site, folder: Path, site_url: str, stopped: Callable[[], bool] = lambda: False) -> None:
    """Writes every export into the built site under `folder`; `site_url` ends with a slash.

    Ends early once `stopped` says so.
    """
    for export in EXPORTS:
        for address, data in export(site, site_url):
            if stopped():
                return
            path = folder / permalink.file_of(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())


def write_behind(site: Site, folder: Path, site_url: str) -> Callable[[], None]:
    """Writes the exports while the preview is already shown: an editor waits for pages, not for cards.

    Returns a function that ends the writing; it is called before the folder is emptied for the next build.
    """
    stop = threading.Event()
    writer = threading.Thread(target=write_shared_files, args=(site, folder, site_url, stop.is_set), daemon=True)
    writer.start()

    def end() -> None:
        stop.set()
        writer.join()

    return end
