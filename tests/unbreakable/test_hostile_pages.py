"""In the browser nothing hostile runs: neither from a content that was accepted, nor if nobody had checked it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler

import pytest

from awake import open_awake
from conftest import ROOT
from legal_site.assets import assets
from legal_site.build import _assemble
from legal_site.decode import decode
from legal_site.load import load
from legal_site.permalink import file_of
from legal_site.site import Site
from proof.server import SilentHandler, listening
from three_bridges.project import write_project
from unbreakable.filling import LOCALES
from unbreakable.hostile import Project
from unbreakable.mutator import DAY
from unbreakable.verdict import files_of, project_site

ACCEPTED = (
    "\"' onmouseover=hostile=1 onfocus='hostile=1' autofocus {{ 1234*5678 }} ]]> --> */ `${hostile=1}` "
    "javascript.hostile=1 ../../hostile"
)
"""What the check lets pass, in one text: it has to be shown as it is."""
REFUSED = (
    "<script>hostile=1</script><img src=x onerror=hostile=1><svg onload=hostile=1><a href='javascript:hostile=1'>x</a>"
)
"""What the check refuses. The pages have to withstand it all the same."""

PAGES = {
    "home": "/en/",
    "laws": "/en/law/",
    "law": "/en/law/zis/",
    "article": "/en/law/zis/1/",
    "article in Latin": "/sr-Latn/law/zis/1/",
    "side by side": "/en/law/zis/1/parallel/",
    "earlier wording": "/en/law/zis/1/2023-05-01/",
    "card": "/en/law/zis/1/p1/",
    "statements": "/en/statement/",
    "statement": "/en/statement/2024-02-01/",
    "guides": "/en/guide/",
    "guide": "/en/guide/inventor/",
    "outcome": "/en/guide/inventor/#offence?is-thing=yes&is-finished=yes",
    "glossary": "/en/glossary/",
    "timeline": "/en/timeline/",
    "practice": "/en/practice/",
    "authorities": "/en/authorities/",
    "sources": "/en/sources/",
    "changes": "/en/changes/",
    "search": "/en/search/?q=hostile",
    "prose": "/en/about/method/",
    "not found": "/404.html",
}

WATCH = """
    Object.defineProperty(window, 'hostile', { set() { window.hasRun = true; }, get() { return undefined; } });
"""
TOUCH_ALL = """() => {
    for (const element of document.querySelectorAll('*')) {
        for (const name of ['mouseover', 'mouseenter', 'focus', 'pointerdown', 'load', 'error', 'toggle']) {
            element.dispatchEvent(new Event(name));
        }
        if (element instanceof HTMLDetailsElement) element.open = true;
        if (element instanceof HTMLElement) element.focus();
    }
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = write_project(ROOT, tmp_path_factory.mktemp("hostile") / "project")
    project = Project(root / "content_data")
    project.fill()
    return project


@pytest.fixture(scope="module", params=["accepted", "not checked"])
def host(request, project, tmp_path_factory):
    """A server of the hostile site."""
    root = project.content.parent
    if request.param == "accepted":
        changes = {where: f"{text} {ACCEPTED}" for where, text in project.leaves() if "ignored" not in where[1]}
        accepted = project.settled(changes)
        assert len(accepted) > 400
        site = project_site(root)
    else:
        texts = {where: f"{text} {REFUSED}" for where, text in project.leaves() if where[1][-1] in LOCALES}
        project.write({where: text for where, text in texts.items() if _is_plain(where)})
        site = Site(_assemble(decode(load(project.content)), DAY))
    folder = tmp_path_factory.mktemp("site")
    own = assets(site.content.site.colours).values()
    for address, data in (*files_of(site, root), *((asset.address, asset.data) for asset in own)):
        path = folder / file_of(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with listening(partial(Quiet, directory=str(folder))) as host:
        yield host


def _is_plain(where):
    """Forms of words and filled-in words have to fit others; what is left is nine texts of ten."""
    key, loc = where
    return key not in ("search", "site") and not {"match", "words", "referred_as"} & set(loc)


class Quiet(SilentHandler, SimpleHTTPRequestHandler):
    """A static host."""


@pytest.fixture(scope="module")
def page(browser, host):
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.dialogs, page.elsewhere = [], []
        page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: page.elsewhere.append(request.url) if host not in request.url else None)
        yield page


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_hostile_runs(kind, page, host):
    open_awake(page, host + PAGES[kind])
    if kind == "search":
        page.wait_for_selector("[data-search-results] a[data-hit]")
    page.evaluate(TOUCH_ALL)
    assert "hostile" in page.content()
    assert page.evaluate("window.hasRun") is None
    assert page.dialogs == [] and page.elsewhere == []


def test_a_script_that_runs_would_be_seen(page, host):
    open_awake(page, f"{host}/en/")
    page.evaluate("() => { hostile = 1; }")
    assert page.evaluate("window.hasRun") is True
