"""Measures the share pictures: drawing all of them, finding all of them drawn, one alone, and the largest."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from legal_site.build import build_content
from legal_site.exports import pictures
from legal_site.exports.picture_drawing import draw
from legal_site.site import Site


def measure(content: Path, name: str) -> None:
    """Prints a line for each figure; `name` says whose pictures they are."""
    site = Site(build_content(content))
    address = site.content.site.address
    gc.disable()  # as in a build
    with tempfile.TemporaryDirectory() as cache, patch.dict("os.environ", PICTURE_CACHE=cache):
        begin = time.perf_counter()
        sizes = [len(data) for _, data in pictures.files(site, address)]
        cold = time.perf_counter() - begin
        begin = time.perf_counter()
        assert sizes == [len(data) for _, data in pictures.files(site, address)]
        warm = time.perf_counter() - begin
    each = []
    for _, picture in pictures.pictures(site, address):
        begin = time.process_time()
        draw(picture)
        each.append(1000 * (time.process_time() - begin))
    gc.enable()
    print(f"{f'{name}, {len(sizes)} share pictures, cold':<46}{cold:8.2f} s")
    print(f"{f'{name}, the same, none to draw':<46}{warm:8.2f} s")
    print(f"{f'{name}, one picture':<46}{statistics.median(each):8.1f} ms median, {max(each):.1f} ms slowest")
    print(f"{f'{name}, largest picture':<46}{max(sizes):8} bytes", flush=True)
