"""Writes what is made from the content into the built site."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from legal_site import permalink
from legal_site.assets import assets
from legal_site.document import documents
from legal_site.exports import EXPORTS, pictures
from legal_site.moves import is_file
from legal_site.packing import pack, packable
from legal_site.preview_folder import remove_former
from legal_site.processes import at_once
from legal_site.site import Site

Files = Callable[[], Iterator[tuple[str, str | bytes]]]
"""Makes files: each with its address."""

_jobs: list[tuple[str, Files]] = []
"""What is made at the same time, with its name; set before the processes begin, which see it as it is."""


def write_site(site: Site, folder: Path, site_url: str) -> dict[str, float]:
    """Writes every page and file made from the content under `folder`; `site_url` ends with a slash.

    No file depends on another, so that it does not matter which is written first. Returns the seconds of processor
    time by what they were spent on.
    """
    global _jobs
    # The pages last: they are in small shares, so that all processors end at the same time.
    _jobs = [*_exports(site, site_url), *_pages(site, site_url)]
    site.compile_templates()
    seconds = at_once(partial(_write, folder), range(len(_jobs)))
    spent: dict[str, float] = {}
    for (name, _), took in zip(_jobs, seconds, strict=True):
        spent[name] = spent.get(name, 0) + took
    return spent


def write_moved(site: Site, folder: Path) -> None:
    """Leaves at the address of each file that moved the bytes of the one that stands for it now, once that is written.

    So the programs that ask for it need no host that redirects. Where a page stands for it there is nothing to leave.
    """
    for old, new in site.moved_files():
        source, copy = folder / permalink.file_of(new), folder / permalink.file_of(old)
        if is_file(new) and source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)


def write_packed(folder: Path) -> None:
    """Packs the files of a whole site."""
    names = sorted(packable(folder))
    share = 200
    at_once(partial(pack, folder), [names[start : start + share] for start in range(0, len(names), share)])


def _write(folder: Path, number: int) -> float:
    begin = time.process_time()
    write = _writer(folder)
    for address, data in _jobs[number][1]():
        write(address, data)
    return time.process_time() - begin


def _exports(site: Site, site_url: str) -> Iterator[tuple[str, Files]]:
    for export in EXPORTS:
        shares = pictures.shares(site, site_url) if export is pictures.files else [partial(export, site, site_url)]
        for files in shares:
            yield export.__module__.rpartition(".")[2], files


def _pages(site: Site, site_url: str) -> Iterator[tuple[str, Files]]:
    yield "assets", lambda: ((asset.address, asset.data) for asset in assets(site.content.site.colours).values())
    pages = list(site.pages)
    share = len(pages) // 8 + 1
    for start in range(0, len(pages), share):
        # All versions of a page together: they share what is the same in each.
        yield "pages", partial(documents, site, site_url, pages[start : start + share])


def write_pages(site: Site, folder: Path, site_url: str) -> None:
    """Writes every page made from the content, and what pages load, under `folder`: what a preview waits for."""
    write = _writer(folder)
    for _, files in _pages(site, site_url):
        for address, data in files():
            write(address, data)


def write_behind(site: Site, folder: Path, site_url: str) -> Callable[[], None]:
    """Removes the former files and writes the exports while the preview is shown: an editor waits for pages alone.

    Returns a function that ends it; that is called before the next build and before the preview ends.
    """
    stop = threading.Event()

    def work() -> None:
        with contextlib.suppress(OSError):  # the next one tries again
            remove_former(folder, stop.is_set)
        write = _writer(folder)
        for export in EXPORTS:
            for address, data in export(site, site_url):
                if stop.is_set():
                    return
                write(address, data)

    writer = threading.Thread(target=work, daemon=True)
    writer.start()

    def end() -> None:
        stop.set()
        writer.join()

    return end


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
