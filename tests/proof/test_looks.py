"""Each look finds what it looks for on a page that is spoilt in one way, and nothing on one that is not."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_playwright_python
import pytest

from proof import axe, privacy, reach
from proof.browsing import chromium
from proof.progress import Progress
from proof.server import served

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
"""The tests' own: what npm installs is there for the proof alone."""
GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
<link rel="icon" href="data:,"><style>a, button, input {{ display: inline-block; min-height: 30px; min-width: 30px }}
:focus {{ outline: 3px solid blue }}</style></head>
<body><header><a class="search-link" href="/">Search</a></header><main><h1>Good</h1><p>Words.</p>{0}</main></body></html>"""


def looked_at(tmp_path, body, look, **options):
    """What a look says of a page with the body."""
    (tmp_path / "index.html").write_text(GOOD.format(body), "utf-8")
    (tmp_path / "404.html").write_text("", "utf-8")

    async def whole(host):
        async with chromium() as browser, await browser.new_context(**options) as context:
            page = await context.new_page()
            await page.goto(host)
            return await look(page)

    # In a thread of its own: Playwright's other interface may hold this one's event loop.
    with served(tmp_path, headers={}) as host, ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, whole(host)).result()


@pytest.mark.parametrize(
    ("look", "body", "told"),
    [
        (reach.targets, "<button style='min-height: 9px; height: 9px; min-width: 9px; width: 9px; padding: 0'>", "9 × 9"),
        (reach.spacing, "<div style='white-space: nowrap; width: 100vw; position: relative; left: 9px'>x</div>", "sticks"),
        (reach.spacing, "<div style='overflow: hidden; height: 1.2em; width: 9em'>some words too many</div>", "is cut"),
        (reach.spacing, "<svg width='60' height='20'><text y='15'>letters</text></svg>", "cut by its picture"),
        (reach.focus, "<a href='/' style='outline: none'>no outline</a>", "shows no focus"),
        (reach.focus, "<a href='/' style='position: fixed; left: -999px'>far</a>", "out of sight"),
        (reach.focus, "<a href='/'>under</a><div style='position: fixed; inset: 0; background: red'>over</div>", "covered"),
        (reach.focus, "<a href='/' onfocus='this.nextSibling.nextSibling.focus()'>a</a><a href='/'>b</a><a href='/'>c</a>",
         "is not reached by Tab"),
        (reach.menu, "", "the menu is not reached"),
    ],
    ids=["small", "wide", "cut", "cut-picture", "no-outline", "far", "covered", "skipped", "no-menu"],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path, look, body, told):
    said = looked_at(tmp_path, body, look)
    assert any(told in line for line in said), said


@pytest.mark.parametrize("look", [reach.targets, reach.spacing, reach.focus], ids=lambda look: look.__name__)
def test_nothing_is_told_of_a_good_page(tmp_path, look):
    assert looked_at(tmp_path, "<a href='/'>one</a> <button>two</button>", look) == []


def test_axe_tells_rule_level_and_element_and_works_under_the_policy(tmp_path):
    async def look(page):
        await page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
        return await axe.look(page, AXE.read_text("utf-8"))

    found = looked_at(
        tmp_path, "<p style='color: #777'>pale</p><details><p style='color: #ddd'>hidden</p></details>", look
    )
    lines = axe.findings([("light /", found)])
    assert any("image-alt (AA, 1): img" in line for line in lines), lines
    assert any("color-contrast-enhanced (AAA" in line for line in lines), "every rule is on"
    assert any("color-contrast (AA, 2)" in line or "color-contrast (AA, 1)" in line for line in lines)
    assert found["rules"] > 100


def test_requests_to_others_cookies_and_storage_are_told(tmp_path):
    body = """<img src="http://localhost:9/a.png" alt=""><script>
      document.cookie = "a=b"; localStorage.setItem("who", "me"); sessionStorage.setItem("when", "now");</script>"""
    (tmp_path / "index.html").write_text(GOOD.format(body), "utf-8")
    (tmp_path / "404.html").write_text("", "utf-8")
    progress = Progress(tmp_path / "progress.jsonl", "key")

    async def whole(host):
        async with chromium() as browser:
            await privacy.open_all(browser, host, ["/"], progress)

    with served(tmp_path, headers={}) as host, ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, whole(host)).result()
    assert privacy.findings(progress.done.items()) == [
        "/: asks http://localhost:9/a.png", "/: sets the cookie a=b", "/: keeps who", "/: keeps when",
    ]  # fmt: skip


def test_what_the_policy_refuses_is_told(tmp_path):
    (tmp_path / "index.html").write_text(GOOD.format("<script>1</script>"), "utf-8")
    (tmp_path / "404.html").write_text("", "utf-8")
    progress = Progress(tmp_path / "progress.jsonl", "key")

    async def whole(host):
        async with chromium() as browser:
            await privacy.open_all(browser, host, ["/"], progress)

    with served(tmp_path) as host, ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, whole(host)).result()
    refused = privacy.findings(progress.done.items())
    assert any("script-src-elem inline" in line for line in refused), refused
