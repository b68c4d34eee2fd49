"""Writes what is made from the content into the built site."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from legal_site import permalink
from legal_site.assets import assets
from legal_site.document import documents
from legal_site.exports import EXPORTS
from legal_site.site import Site


def write_pages(site: Site, folder: Path, site_url: str) -> None:
    """Writes every page made from the content, and what pages load, under `folder`; `site_url` ends with a slash."""
    write = _writer(folder)
    for asset in assets().values():
        write(asset.address, asset.data)
    for address, page in documents(site, site_url):
        write(address, page)


def write_shared_files(site: Site, folder: Path, site_url: str, stopped: Callable[[], bool] = lambda: False) -> None:
    """Writes every export into the built site under `folder`; `site_url` ends with a slash.

    Ends early once `stopped` says so.
    """
    write = _writer(folder)
    for export in EXPORTS:
        for address, data in export(site, site_url):
            if stopped():
                return
            write(address, data)


def _writer(folder: Path) -> Callable[[str, str | bytes], None]:
    """What writes the file of an address. It makes each folder once: asking again took a third of the writing."""
    made: set[str] = set()

    def write(address: str, data: str | bytes) -> None:
        path = os.path.join(folder, permalink.file_of(address))
        parent = os.path.dirname(path)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())

    return write


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
