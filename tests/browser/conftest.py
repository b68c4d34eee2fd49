"""The kinds of pages, and a visit: one page in one browser context that remembers what it asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from awake import wait_awake
from legal_site import permalink
from legal_site.model.law import Item

KINDS = (
    "home", "article", "article-with-items", "laws", "law", "statements", "statement", "glossary", "timeline",
    "practice", "authorities", "sources", "changes", "about", "guides", "guide", "letters", "flowchart", "wording",
    "not-found",
)  # fmt: skip


@pytest.fixture(scope="session")
def kinds(site) -> dict[str, str]:
    """An address of each kind of page, without its version's prefix. Of several the one with most on it."""
    content = site.content
    articles = [(law.id, number, article) for law in content.laws.values() for number, article in law.articles.items()]
    law, number, _ = max(articles, key=lambda row: items_of(row[2].paragraphs))
    most = max(content.laws.values(), key=lambda law: len(law.articles))
    article = content.laws["kz"].articles["146"]
    addresses = {
        "home": "/",
        "article": permalink.article("kz", article.number),
        "article-with-items": permalink.article(law, number),
        "laws": "/law/",
        "law": permalink.law(most.id),
        "statements": "/statement/",
        "statement": permalink.statement(next(iter(content.statements))),
        "wording": permalink.wording("kz", article.number, article.wording.as_of),
        "guides": "/guide/",
        "guide": permalink.guide("citizen"),
        "letters": permalink.guide_letters("citizen"),
        "flowchart": permalink.guide_flowchart("citizen"),
        "not-found": "/404.html",
    }
    return {kind: addresses.get(kind, f"/{kind}/") for kind in KINDS}


def items_of(parts) -> int:
    """How many items are published in the parts; those in items count more, because depth strains a page."""
    items = [item for part in parts for item in getattr(part, "items", []) if isinstance(item, Item)]
    return len(items) + (2 * items_of(items) if items else 0)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", KINDS)


@dataclass
class Visit:
    """A page in a browser context of its own."""

    page: Page
    host: str
    scripts: bool = True
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str, script_comes: bool = True) -> None:
        self.page.goto(self.host + address, wait_until="load")
        if self.scripts and script_comes:
            wait_awake(self.page)

    def size(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def check(self) -> None:
        """No request left the host, no script failed, no cookie was set."""
        assert not [url for url in self.requests if not url.startswith(f"{self.host}/")]
        assert not self.errors
        assert self.page.context.cookies() == []


@pytest.fixture(scope="session")
def visits(browser, host) -> Callable:
    """Makes a new context: `with visits(scripts=False) as v: v.open("/")`."""

    @contextmanager
    def visits(scripts: bool = True, width: int = 1280, scheme: str = "light") -> Iterator[Visit]:
        viewport = {"width": width, "height": 800}
        with browser.new_context(java_script_enabled=scripts, viewport=viewport, color_scheme=scheme) as context:
            visit = Visit(context.new_page(), host, scripts)
            context.on("request", lambda request: visit.requests.append(request.url))
            visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
            yield visit
            visit.check()

    return visits


@pytest.fixture(scope="session")
def walk(visits) -> Iterator[Visit]:
    """A visit that goes on from test to test: a new context for each would take most of the time."""
    with visits() as visit:
        # The page that leads on from a wording is looked at as it stands.
        visit.page.route("**/assets/redirect.*.js", lambda route: route.abort())
        yield visit


@pytest.fixture(scope="session")
def walk_without_scripts(visits) -> Iterator[Visit]:
    """The same with scripts switched off in the browser."""
    with visits(scripts=False) as visit:
        yield visit
