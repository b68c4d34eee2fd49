"""What becomes of a tree: it builds into files that can be used, or is refused with problems that can be mended."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import markdown

from legal_site import permalink
from legal_site.checked import checked_site
from legal_site.document import document, documents
from legal_site.exports import EXPORTS
from legal_site.integrity import read_integrity
from legal_site.paths import stale_path_tables
from legal_site.problems import ContentError, Problem
from legal_site.prose import divided, prose_text, prose_titles
from legal_site.prose_elements import EXTENSIONS
from legal_site.site import Site
from unbreakable.mutator import DAY

ADDRESS = "https://three-bridges.example/"
_ID = re.compile(r'\sid="([^"]*)"')
_HREF = re.compile(r'\shref="([^"]*)"')
_WHOLE_FILE = re.compile(
    r"the (?:file|folder|register) (?:is|has) |is not a file the site knows|rename the file|cannot be read|^is not read"
)
"""What is said of a file or folder as a whole has no line."""
_LONGEST = 2_000
"""Letters of a problem that somebody still reads."""


@dataclass(frozen=True)
class Verdict:
    """`built` or `refused`, and what is wrong with it."""

    outcome: str
    faults: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def judge(project: Path) -> Verdict:
    """Checks a project and renders all that a build of it would write. Any exception but ContentError is the tree's."""
    try:
        site = project_site(project)
    except ContentError as error:
        _lines.cache_clear()
        faults = [fault for problem in error.problems for fault in _faults_of(problem, project)]
        faults += [] if error.problems else ["refused without a problem"]
        str(error).encode()
        return Verdict("refused", faults, [str(problem) for problem in error.problems])
    return Verdict("built", list(faults_of_files(site, project)))


def project_site(project: Path) -> Site:
    """The site of a project, as `make check` and a build make it. Raises ContentError."""
    folder = project / "content_data"
    site = checked_site(folder, project / "docs", day=DAY)
    stale_path_tables(site.content, folder)
    read_integrity(site.content, folder, site.permanence.addresses)
    return site


def _faults_of(problem: Problem, project: Path) -> Iterator[str]:
    text = str(problem)
    path = project / problem.place.file
    if not text.isprintable() or len(text) > _LONGEST:
        yield f"a problem that nobody can read: {ascii(text)[:200]}"
    if not problem.place.line and not _WHOLE_FILE.search(problem.message):
        yield f"a problem without a line: {ascii(text)[:200]}"
    if problem.place.line and path.is_file() and problem.place.line > _lines(path):
        yield f"a line that the file does not have: {ascii(text)[:200]}"


@lru_cache(maxsize=1)
def _lines(path: Path) -> int:
    return len(re.split(rb"\r\n|\r|\n", path.read_bytes()))


def faults_of_files(site: Site, project: Path) -> Iterator[str]:
    """What could not be used of what a build would write."""
    pages: dict[str, str] = {}
    others = {permalink.OFFLINE}  # made of the whole site, once it is written
    for address, text in files_of(site, project):
        data = text if isinstance(text, bytes) else text.encode()
        others.add(address)
        if address.endswith(".json"):
            json.loads(data)
        elif address.endswith(".xml"):
            ElementTree.fromstring(data)
        elif address.endswith("/"):
            pages[address] = data.decode()
    yield from faults_of_pages(pages, others)


def faults_of_pages(pages: Mapping[str, str], files: Collection[str]) -> Iterator[str]:
    """Ids that stand twice, and links that lead nowhere on the site."""
    ids = {address: Counter(map(unescape, _ID.findall(page))) for address, page in pages.items()}
    for address, page in pages.items():
        twice = [name for name, count in ids[address].items() if count > 1]
        if twice:
            yield f"{address}: an id stands twice: {twice[:3]}"
        for link in set(_HREF.findall(page)):
            target = urljoin(ADDRESS[:-1] + address, unescape(link))
            if target.startswith(ADDRESS):
                path, _, anchor = target.removeprefix(ADDRESS[:-1]).partition("#")
                if path not in files and not path.startswith("/assets/"):
                    yield f"{address}: a link leads nowhere: {link}"
                elif anchor and path in ids and unquote(anchor).partition("?")[0] not in ids[path]:
                    yield f"{address}: a link leads to no anchor: {link}"


def files_of(site: Site, project: Path) -> Iterator[tuple[str, str | bytes]]:
    """Every file that a build of the site would write, with its address."""
    yield from _prose(site, project)
    yield from documents(site, ADDRESS, site.pages)
    for export in EXPORTS:
        yield from export(site, ADDRESS)


def _prose(site: Site, project: Path) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        folder = project / "docs" / version.written
        for path in sorted(folder.rglob("*.md")):
            address = permalink.prose(path.relative_to(folder).as_posix())
            reader = site.reader(version.locale, address)
            text = prose_text(path.read_text("utf-8-sig"), reader)
            site.prose_texts[version.locale, address] = text
            body = markdown.markdown(divided(text)[1], extensions=list(EXTENSIONS))
            yield reader.own_address, document(site, reader, *prose_titles(text, reader), body, ADDRESS)
