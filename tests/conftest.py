"""What the tests of the built site share: the site, the content it was built from, a server, a browser."""

import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserType, sync_playwright

from chromium import find_browser
from legal_site import permalink
from legal_site.build import build_content
from legal_site.content import Content
from legal_site.model.law import Paragraph
from legal_site.model.site import Colours, Version
from legal_site.pages import pages
from legal_site.relations import paragraph_of
from proof.server import SilentHandler, listening
from three_bridges.project import write_project

ROOT = Path(__file__).parents[1]
COLOURS = Colours(light="#123456", dark="#abcdef")
"""For tests of files in which there are none."""
BROWSER_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
)
"""No request of the browser's own, no graphics processor drawn in software, no window slowed down behind another."""


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of a built site, as html5lib reads it."""

    path: str
    """Under the site's folder: `en/law/kz/146/index.html`."""
    tree: Element
    complaints: list[str]
    """What html5lib's strict mode would stop at."""

    @property
    def url(self) -> str:
        return "/" + self.path.removesuffix("index.html")

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements() if "id" in element.attrib]

    def elements(self, *tags: str) -> Iterator[Element]:
        """The page's elements in document order; all, or those with one of the names."""
        for element in self.tree.iter():
            if isinstance(element.tag, str) and (not tags or element.tag in tags):
                yield element

    def with_attribute(self, name: str) -> list[Element]:
        return [element for element in self.elements() if name in element.attrib]

    def target(self, link: str) -> str:
        """The address of a link as a browser resolves it."""
        return urljoin(f"http://site{self.url}", link)


def words(element: Element) -> str:
    return "".join(element.itertext())


class BuiltSite:
    """A site's folder and the content from which it was built."""

    def __init__(self, folder: Path, content: Content, docs: Path, trees: Path | None = None) -> None:
        """`trees` is a folder in which processes leave for each other what they have read."""
        self.folder = folder
        self._trees = trees
        self.content = content
        self.docs = docs
        self._read: dict[str, BuiltPage] = {}

    @property
    def versions(self) -> list[Version]:
        return self.content.site.versions

    def locale(self, version: Version) -> str:
        """The locale in which a version's texts are written by hand."""
        return version.written

    def address(self, version: Version, address: str) -> str:
        """An address with the version's prefix."""
        return permalink.prefixed(address, "" if version is self.versions[0] else version.locale)

    @cached_property
    def addresses(self) -> list[str]:
        """Every address that the content and the prose ask for, without a version's prefix."""
        return [*self.page_addresses, *self.wording_addresses, *self.parallel_addresses]

    @cached_property
    def card_addresses(self) -> list[str]:
        """The small page of each paragraph of law and statement."""
        laws = [
            permalink.card(paragraph_of(law.id, article, part))
            for law in self.content.laws.values()
            for article in law.articles.values()
            for part in article.paragraphs
            if isinstance(part, Paragraph)
        ]
        statements = [
            permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
            for statement in self.content.statements.values()
            for part in statement.paragraphs
        ]
        return laws + statements

    @cached_property
    def page_addresses(self) -> list[str]:
        return [*(page.address for page in pages(self.content)), *self.prose_addresses]

    @cached_property
    def prose_addresses(self) -> list[str]:
        folder = self.docs / self.versions[0].locale
        return [permalink.prose(path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.md"))]

    @cached_property
    def wording_addresses(self) -> list[str]:
        """The lasting address of each article's current wording and of each earlier one."""
        return [
            permalink.wording(law.id, number, wording.as_of)
            for law in self.content.laws.values()
            for number, article in law.articles.items()
            for wording in (article.wording, *(earlier.wording for earlier in article.earlier_wordings))
        ]

    @cached_property
    def parallel_addresses(self) -> list[str]:
        """Each article in all versions side by side."""
        return [permalink.parallel(law.id, number) for law in self.content.laws.values() for number in law.articles]

    @cached_property
    def files(self) -> set[str]:
        """Every file of the site, with forward slashes, but for those packed beforehand."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix not in (".gz", ".br"))
        return {path.relative_to(self.folder).as_posix() for path in files}

    def page(self, path: str) -> BuiltPage:
        """One page by its file; read once by all processes of a run."""
        if path not in self._read:
            kept = self._trees / f"{path.replace('/', ' ')}.tree" if self._trees else None
            if kept and kept.is_file():
                tree, complaints = pickle.loads(kept.read_bytes())
            else:
                parser = html5lib.HTMLParser(namespaceHTMLElements=False)
                tree = parser.parse((self.folder / path).read_text("utf-8"))
                complaints = [f"{path}:{place[0]}: {name} {data}" for place, name, data in parser.errors]
                if kept:
                    part = kept.with_suffix(f".{os.getpid()}")
                    part.write_bytes(pickle.dumps((tree, complaints)))
                    part.replace(kept)
            self._read[path] = BuiltPage(path, tree, complaints)
        return self._read[path]

    def at(self, version: Version, address: str) -> BuiltPage:
        """One page by its version and its address."""
        return self.page(permalink.file_of(self.address(version, address)))

    @cached_property
    def all_pages(self) -> list[BuiltPage]:
        """Every page but the cards, of which there are many; exports/test_cards.py reads those."""
        cards = {
            permalink.file_of(self.address(version, address))
            for version in self.versions
            for address in self.card_addresses
        }
        return [self.page(path) for path in sorted(self.files - cards) if path.endswith(".html")]


@dataclass(frozen=True)
class Sources:
    """Builds sites with one date for all of them, so that the clock changes nothing between two builds."""

    epoch: int
    pictures: Path | None = None
    """A folder for drawn pictures that all builds share. None: the checkout's own."""

    @property
    def day(self) -> date:
        return datetime.fromtimestamp(self.epoch, UTC).date()

    def build(self, config: Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Runs MkDocs as `make build` does."""
        environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
        environment.update(NO_MKDOCS_2_WARNING="1", SOURCE_DATE_EPOCH=str(self.epoch), PYTHONUTF8="1")
        if self.pictures:
            environment["PICTURE_CACHE"] = str(self.pictures)
        environment.update(variables)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        return subprocess.run(
            [*command, "--config-file", str(config), "--site-dir", str(folder)],
            cwd=config.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def site(self, project: Path, folder: Path, trees: Path | None = None) -> BuiltSite:
        """The site of a project's folder, built."""
        done = self.build(project / "mkdocs.yml", folder)
        assert done.returncode == 0, done.stdout + done.stderr
        said = done.stdout + done.stderr
        assert not [line for line in said.splitlines() if not line.startswith("INFO ")], said
        return self.read(project, folder, trees)

    def read(self, project: Path, folder: Path, trees: Path | None = None) -> BuiltSite:
        """The site of a project that stands in the folder already."""
        return BuiltSite(folder, build_content(project / "content_data", self.day), project / "docs", trees)

    def copy(self, project: Path) -> Path:
        """A project of its own with the real content and prose, which a test may spoil."""
        project.mkdir()
        for name in ("content_data", "docs"):
            shutil.copytree(ROOT / name, project / name)
        self.write_config(project)
        return project

    def write_config(self, project: Path) -> None:
        """The real mkdocs.yml, its code found where it is."""
        text = (ROOT / "mkdocs.yml").read_text("utf-8")
        assert "hooks/legal_site/theme" in text and "- hooks/mkdocs_hooks.py" in text
        hooks = (ROOT / "hooks").as_posix()
        text = text.replace("custom_dir: hooks/", f"custom_dir: {hooks}/").replace("- hooks/", f"- {hooks}/")
        (project / "mkdocs.yml").write_text(text, "utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A long file that needs no built site goes out first: else all processes wait while one of them builds it."""
    items.sort(key=lambda item: item.path.name != "test_hostile.py")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the tables that tests gave as the property `figures`, in whichever process they ran."""
    reports = (report for reports in terminalreporter.stats.values() for report in reports)
    for report in reports:
        if getattr(report, "when", None) == "call":
            for name, lines in report.user_properties:
                if name == "figures":
                    terminalreporter.write_line("\n".join(["", *lines]))


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Path:
    """A folder of this run that all of its processes share (decision 19)."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"common-{testrun_uid}"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sources(common: Path) -> Sources:
    # Today, because a date in the content that lies after the build's day is a mistake. Pictures are drawn once: that
    # they would be the same again is asked in exports/test_pictures.py.
    begun = common / "begun"
    with FileLock(common / "begun.lock"):
        if not begun.is_file():
            begun.write_text(str(int(time.time())), "ascii")
    pictures = common / "pictures"
    pictures.mkdir(exist_ok=True)
    return Sources(int(begun.read_text("ascii")), pictures)


def _built_once(sources: Sources, project: Path, folder: Path) -> BuiltSite:
    """The site of a project: the first process that asks builds it, the others wait for it."""
    trees = folder.with_suffix(".trees")
    with FileLock(folder.with_suffix(".lock")):
        if folder.is_dir():
            return sources.read(project, folder, trees)
        trees.mkdir()
        return sources.site(project, folder, trees)


@pytest.fixture(scope="session")
def real_site(sources: Sources, common: Path) -> BuiltSite:
    """The real site, which no test changes."""
    return _built_once(sources, ROOT, common / "site")


@pytest.fixture(scope="session")
def three_bridges(sources: Sources, common: Path) -> BuiltSite:
    """The site of the invented law, which has a fourth version; no test changes it."""
    project = common / "three-bridges"
    with FileLock(common / "three-bridges.lock"):
        if not project.is_dir():
            write_project(ROOT, project)
            sources.write_config(project)
    return _built_once(sources, project, common / "three-bridges-site")


@pytest.fixture(scope="session")
def site(real_site: BuiltSite) -> BuiltSite:
    """The real site; the tests of the built site look at the invented one as well."""
    return real_site


@pytest.fixture(scope="session")
def site_folder(site: BuiltSite) -> Path:
    return site.folder


@pytest.fixture(scope="session")
def content(real_site: BuiltSite) -> Content:
    """The real site's, also where a folder's tests look at the invented site as well."""
    return real_site.content


class _Handler(SilentHandler, SimpleHTTPRequestHandler):
    """A static host: answers what it does not have with the site's own page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


@pytest.fixture(scope="session")
def host(site_folder: Path) -> Iterator[str]:
    """The real site, served."""
    with served(site_folder) as host:
        yield host


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A site's folder on a port of this machine: `http://127.0.0.1:41234`."""
    with listening(partial(_Handler, directory=str(folder))) as host:
        yield host


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed browser. None found is a failure that says what to install."""
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


def launched(chromium: BrowserType, *settings: str) -> Browser:
    """The installed browser with command line settings of its own."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*BROWSER_ARGUMENTS, *(["--no-sandbox"] if root else []), *settings]
    return chromium.launch(executable_path=find_browser(), args=arguments)


def path_and_anchor(address: str) -> tuple[str, str]:
    """The parts of a resolved address: its file under the site's folder, and its anchor."""
    parts = urlsplit(address)
    return permalink.file_of(unquote(parts.path)), unquote(parts.fragment)
