"""Each look finds what it looks for on a page that is spoilt in one way, and nothing on one that is not."""

import asyncio
import threading
from pathlib import Path

import axe_playwright_python
import pytest

from accessibility import quick
from legal_site.policy import HEADERS
from proof import axe, browsing, privacy, reach
from proof.browsing import chromium, in_tabs
from proof.progress import Progress
from proof.server import served

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
"""The tests' own: what npm installs is there for the proof alone."""
GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title><link rel="icon" href="data:,">
<style>
  a, button, input {{ display: inline-block; min-height: 30px; min-width: 30px }}
  :focus {{ outline: 3px solid blue }}
</style></head><body>
<header><a class="search-link" href="/">Search</a></header><main><h1>Good</h1><p>Words.</p>{0}</main>
</body></html>"""


@pytest.fixture(scope="module")
def wait():
    """Waits for what is done in a loop of its own: Playwright's other interface holds the one of this thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield lambda coroutine: asyncio.run_coroutine_threadsafe(coroutine, loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(scope="module")
def opened(wait):
    """One Chromium for all looks."""
    manager = chromium()
    yield wait(manager.__aenter__())
    wait(manager.__aexit__(None, None, None))


@pytest.fixture
def say(tmp_path, wait, opened):
    """What a look says of a page with a body."""

    def say(body, look):
        (tmp_path / "index.html").write_text(GOOD.format(body), "utf-8")

        async def whole(host):
            async with await opened.new_context() as context:
                page = await context.new_page()
                await page.goto(host)
                return await look(page)

        with served(tmp_path, headers={}) as host:
            return wait(whole(host))

    return say


@pytest.mark.parametrize(
    ("look", "body", "told"),
    [
        (reach.targets, '<button style="min-height: 0; height: 9px; min-width: 0; width: 9px; padding: 0">', "9 × 9"),
        (reach.spacing, '<div style="width: 100vw; position: relative; left: 9px">x</div>', "sticks"),
        (reach.spacing, '<div style="overflow: hidden; height: 1.2em; width: 9em">some words more</div>', "is cut"),
        (reach.spacing, '<svg width="60" height="20"><text y="15">many letters</text></svg>', "cut by its picture"),
        (reach.focus, '<a href="/" style="outline: none">no outline</a>', "shows no focus"),
        (reach.focus, '<a href="/" style="position: fixed; left: -999px">far</a>', "out of sight"),
        (reach.focus, '<a href="/">a</a><div style="position: fixed; inset: 0; background: red">b</div>', "covered"),
        (reach.focus, '<a href="/" onfocus="third.focus()">a</a><a href="/">b</a><a id="third" href="/">c</a>', "Tab"),
        (reach.menu, "", "the menu is not reached"),
    ],
    ids=["small", "wide", "cut", "cut-picture", "no-outline", "far", "covered", "skipped", "no-menu"],
)  # fmt: skip
def test_what_is_wrong_is_told(say, look, body, told):
    said = say(body, look)
    assert any(told in line for line in said), said


@pytest.mark.parametrize("look", [reach.targets, reach.spacing, reach.focus], ids=lambda look: look.__name__)
def test_nothing_is_told_of_a_good_page(say, look):
    assert say("<a href='/'>one</a> <button>two</button>", look) == []


def test_axe_tells_rule_level_and_element_of_what_is_hidden_too(say):
    async def look(page):
        await page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
        return await axe.look(page, quick(AXE.read_text("utf-8")))

    body = '<p style="color: #666">dim</p><details><summary>more</summary><p style="color: #ddd">pale</p></details>'
    found = say(body, look)
    lines = axe.findings([("light /", found)])
    assert any("image-alt (AA, 1): img" in line for line in lines), lines
    assert any("color-contrast-enhanced (AAA" in line for line in lines), "every rule is on"
    assert any("color-contrast (AA, 1)" in line for line in lines), "what is closed is opened"
    assert found["rules"] > 100


@pytest.fixture
def findings(tmp_path, wait, opened):
    """What is found of a page with a body that is opened under headers."""

    def findings(body, headers):
        (tmp_path / "index.html").write_text(GOOD.format(body), "utf-8")
        progress = Progress(tmp_path / "progress.jsonl", "key")
        with served(tmp_path, headers=headers) as host:
            wait(privacy.open_all(opened, host, ["/"], progress))
        return privacy.findings(progress.done.items())

    return findings


def test_requests_to_others_cookies_and_storage_are_told(findings):
    body = """<img src="http://localhost:9/a.png" alt=""><script>
      document.cookie = "a=b"; localStorage.setItem("who", "me"); sessionStorage.setItem("when", "now");</script>"""
    assert findings(body, {}) == [
        "/: asks http://localhost:9/a.png", "/: sets the cookie a=b", "/: keeps who", "/: keeps when",
    ]  # fmt: skip


def test_what_the_policy_refuses_is_told(findings):
    refused = findings("<script>1</script>", HEADERS)
    assert any("script-src-elem inline" in line for line in refused), refused


GUEST = '<img src="http://localhost:9/{0}.png" alt=""><div data-search-results><a data-hit href="/">hit</a></div>'
MEET = '<img src="/meet.png" alt="">'


@pytest.fixture
def at_once(tmp_path, wait, opened, monkeypatch):
    """Visits two pages at once, neither of which is loaded before the other one is open too: what is found of each."""
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(GOOD.format(MEET + GUEST.format("a")), "utf-8")
    own = "".join(f'<img src="/{number}.png" alt="">' for number in range(3))
    (tmp_path / "b/index.html").write_text(GOOD.format(MEET + own + GUEST.format("b")), "utf-8")
    monkeypatch.setattr(browsing, "TABS", 2)

    def at_once(visits, *arguments):
        progress = Progress(tmp_path / "progress.jsonl", "key")

        async def whole(host):
            both = asyncio.Barrier(2)
            prepare = privacy.Watched.prepare

            async def meet(route):
                await both.wait()
                await route.fulfill(body="")

            async def prepared(self, context):
                await prepare(self, context)
                await context.route("**/meet.png", meet)

            monkeypatch.setattr(privacy.Watched, "prepare", prepared)
            return await visits(opened, host, *arguments, progress)

        with served(tmp_path, headers={}) as host:
            assert wait(whole(host)) == []
        return progress.done

    return at_once


def test_pages_that_are_open_at_once_are_told_apart(at_once):
    done = at_once(privacy.open_all, ["/", "/b/"])
    assert {name: row["asked"] for name, row in done.items()} == {"/": 3, "/b/": 6}
    assert {name: row["foreign"] for name, row in done.items()} == {
        "/": ["http://localhost:9/a.png"],
        "/b/": ["http://localhost:9/b.png"],
    }


def test_what_is_done_on_pages_that_are_open_at_once_is_told_apart(at_once):
    done = at_once(privacy.act_all, {"/": "words", "/b/": "words"})
    assert {name: set(row["foreign"]) for name, row in done.items()} == {
        "act /": {"http://localhost:9/a.png"},
        "act /b/": {"http://localhost:9/b.png"},
    }


def test_a_page_that_fails_once_is_opened_again_and_one_that_fails_twice_is_told(opened, wait):
    tries = []

    async def look(page, name):
        tries.append(name)
        if name == "bad" or tries.count(name) == 1:
            await page.wait_for_selector("#never", timeout=1)

    failed = wait(in_tabs(opened, ["good", "bad"], look))
    assert sorted(tries) == ["bad", "bad", "good", "good"]
    assert len(failed) == 1 and failed[0].startswith("bad: ")
