"""Measures stock Material's search beside ours: the same queries, typed into both, on the same pages.

The stock site is what somebody writes who has no generator: Markdown at the same addresses, a heading with the same
anchor for each paragraph, item, question, outcome and term; MkDocs, Material, static-i18n and search as they come.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, sync_playwright

from bench.corpus import write_stock
from chromium import find_browser
from conftest import BROWSER_ARGUMENTS, ROOT, served
from legal_site.build import build_content
from legal_site.decode import decode
from legal_site.load import load
from legal_site.model.search import SearchCase, SearchCases
from legal_site.prose import fill_placeholders
from legal_site.site import Site
from legal_site.view.search import groups
from legal_site.view.search_entry import Entry, Group
from recall import Figures, figures, table

_LEVEL = {"item": "###"}
_NUMBERED = ("paragraph", "item")

_OWN_HITS = '() => [...document.querySelectorAll("[data-search-results] a[data-hit]")].map((hit) => hit.href)'
_OWN_ANSWERED = '(query) => document.querySelector("[data-search-results]").dataset.query === query'
# A page's own link always stands first in its group: it is left out where one of its sections was found.
_STOCK_HITS = """() => [...document.querySelectorAll(".md-search-result__item")].flatMap(item => {
    const links = [...item.querySelectorAll("a")].map(link => link.href.replace(/[?]h=[^#]*/, ""));
    return links.some(link => link.includes("#")) ? links.filter(link => link.includes("#")) : links;
})"""
_STOCK_SAYS = '() => document.querySelector(".md-search-result__meta").textContent.trim()'


def write_project(project: Path, site: Site) -> Path:
    """Our content as Markdown in a project of its own."""
    write_stock(project, [])
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config |= {"not_in_nav": "*", "nav": [{"Index": "index.md"}]}
    for version in site.content.site.versions:
        reader = site.reader(version.locale, "/")
        folder = project / "docs" / version.locale
        for group in groups(reader, {}):
            path = folder / f"{group.address.strip('/')}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_markdown(group), "utf-8")
        source = ROOT / "docs" / version.written
        for prose in sorted(source.rglob("*.md")):
            path = folder / prose.relative_to(source)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(reader.plain(fill_placeholders(prose.read_text("utf-8"), reader)), "utf-8")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return project


def _markdown(group: Group) -> str:
    lines = [f"# {group.title}"]
    for entry in group.entries:
        heading = f"{_LEVEL.get(entry.kind, '##')} {_heading(entry)} {{#{entry.anchor}}}"
        lines += [heading, entry.text] if entry.anchor else [entry.text]
    return "\n\n".join(lines) + "\n"


def _heading(entry: Entry) -> str:
    """Paragraphs and items are headed by their numbers, as `(3)` or `1)`; all else by its name."""
    number = entry.anchor.rpartition("-")[2].lstrip("pi")
    if entry.kind not in _NUMBERED:
        return entry.name
    return f"({number})" if entry.kind == "paragraph" else f"{number}\\)"


def _build(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(project / "site")]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"the stock site could not be built:\n{done.stdout}{done.stderr}")


class _Ours:
    """Our search on its page."""

    def __init__(self, page: Page, host: str) -> None:
        self.page, self.host = page, host

    def open(self, prefix: str) -> None:
        self.page.goto(f"{self.host}{prefix}/search/")

    def hits(self, query: str) -> list[str]:
        self.page.get_by_role("searchbox").fill(query)
        self.page.wait_for_function(_OWN_ANSWERED, arg=query)
        return list(self.page.evaluate(_OWN_HITS))


class _Stock:
    """Material's search in its header."""

    def __init__(self, page: Page, host: str) -> None:
        self.page, self.host = page, host
        self.nothing = ""

    def open(self, prefix: str) -> None:
        self.page.goto(f"{self.host}{prefix}/?q=zzzz")
        self.page.wait_for_function(f"({_STOCK_SAYS})() !== ''")

    def hits(self, query: str) -> list[str]:
        box = self.page.locator(".md-search__input")
        for text in ("", query):
            before = self.page.evaluate(_STOCK_SAYS)
            box.fill(text)
            box.press("Shift")
            self.page.wait_for_function(f"(before) => ({_STOCK_SAYS})() !== before", arg=before)
        return list(self.page.evaluate(_STOCK_HITS))


def _answers(
    search: _Ours | _Stock, cases: Iterable[SearchCase], site: Site, first: dict[str, str]
) -> Iterator[tuple[SearchCase, list[str]]]:
    """Each query with the addresses of its hits; those of another version keep that version's prefix."""
    opened = None
    for case in sorted(cases, key=lambda case: case.version):
        prefix = site.reader(case.version, "/").own_address.rstrip("/")
        if opened != case.version:
            search.open(prefix)
            opened = case.version
        hits = []
        for href in search.hits(case.query):
            parts = urlsplit(href)
            path = (
                parts.path.removeprefix(prefix)
                if not prefix or parts.path.startswith(f"{prefix}/")
                else f"!{parts.path}"
            )
            hits.append(f"{path}#{parts.fragment}" if parts.fragment else first.get(path, path))
        yield case, hits


def measure(work: Path) -> None:
    """Prints the figures of both, side by side; the real site has to stand, built, in `work/real-site`."""
    site = Site(build_content(ROOT / "content_data"))
    cases = decode(load(ROOT / "content_data")).models["cases/search"]
    assert isinstance(cases, SearchCases)
    project = write_project(work / "stock-search", site)
    _build(project)
    # A link to a page leads to what stands first on it.
    first = {
        group.address: group.address_of(group.entries[0])
        for group in groups(site.reader(site.content.site.versions[0].locale, "/"), {})
        if group.entries
    }
    found: dict[str, list[dict[str, Figures]]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*BROWSER_ARGUMENTS, "--no-sandbox"])
        for name, folder, kind in (("ours", work / "real-site", _Ours), ("stock", project / "site", _Stock)):
            with served(folder) as host:
                search = kind(browser.new_page(), host)
                found[name] = [
                    figures(_answers(search, queries, site, first)) for queries in (cases.queries, cases.held_out)
                ]
        browser.close()
    for number, title in enumerate(("search", "search, held out")):
        print("", *table(title, {name: own[number] for name, own in found.items()}), sep="\n", flush=True)
