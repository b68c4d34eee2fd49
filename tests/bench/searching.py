"""Measures the first search on a built site: bytes, milliseconds at four times slowed, seconds for the index."""

import gzip
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from awake import open_awake
from chromium import find_browser
from conftest import BROWSER_ARGUMENTS, served
from legal_site.exports import search
from legal_site.site import Site

# From the query's last letter until its answer has been drawn.
WATCH = """(query) => new MutationObserver((changes, watcher) => {
    if (document.querySelector("[data-search-results]")?.dataset.query !== query) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - window.typed; }));
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-query"] })"""


def first_search(folder: Path, address: str, query: str) -> tuple[int, float]:
    """The bytes (gzip) that a first query loads, and the milliseconds from its last letter to the answer."""
    with served(folder) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*BROWSER_ARGUMENTS, "--no-sandbox"])
        page = browser.new_page()
        asked: list[str] = []
        open_awake(page, host + address)
        page.on("request", lambda request: asked.append(request.url.removeprefix(host)))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.evaluate(WATCH, query)
        page.keyboard.press("/")
        box = page.get_by_role("searchbox")
        box.evaluate(
            "(box, query) => { window.typed = performance.now(); box.value = query;"
            " box.dispatchEvent(new Event('input')); }",
            query,
        )
        page.wait_for_function("() => window.took")
        took = page.evaluate("() => window.took")
        page.wait_for_load_state("networkidle")
        browser.close()
    size = sum(len(gzip.compress((folder / path.lstrip("/")).read_bytes())) for path in set(asked))
    return size, took


def seconds_for_the_index(site: Site) -> float:
    """How long it takes to make the index of every version."""
    begin = time.perf_counter()
    with TemporaryDirectory() as folder:
        for number, (_, text) in enumerate(search.files(site, "https://example.org/")):
            (Path(folder) / str(number)).write_text(text, "utf-8")
    return time.perf_counter() - begin
