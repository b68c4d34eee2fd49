"""The deployed site in a browser: its policy refuses nothing of it, and what was smuggled in does nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from awake import open_awake
from legal_site import permalink
from legal_site.permalink import Provision

CARD = permalink.card(Provision.parse("zis/1/p1"))
KINDS = (
    "/", "/law/", "/law/zis/", "/law/zis/1/", "/law/zis/1/parallel/", CARD, "/statement/", "/statement/2024-02-01/",
    "/guide/", "/guide/inventor/", "/search/", "/glossary/", "/timeline/", "/practice/", "/authorities/", "/sources/",
    "/changes/", "/about/", "/about/privacy/", "/law/zis/8/", "/nothing/",
)  # fmt: skip

LISTEN = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", event => {
        const place = `${event.sourceFile}:${event.lineNumber}`;
        refused.push(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${place}`);
    });
"""


class Reading:
    """A page of a browser that remembers what was refused or said on the console, over all addresses."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.said: list[str] = []
        self.requests: list[str] = []
        page.add_init_script(LISTEN)
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.on("requestfinished", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        if request.failure != "csp":
            self.requests.append(request.url)

    def open(self, address: str) -> None:
        open_awake(self.page, self.url + address)

    def refused(self) -> list[str]:
        # Two frames: what has just come into view is fetched before the second.
        return self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(refused))))"
        )


@pytest.fixture
def reading(browser, one_host) -> Iterator[Reading]:
    with browser.new_context() as context:
        reading = Reading(context.new_page(), one_host.url)
        yield reading
        assert [url for url in reading.requests if not url.startswith((f"{one_host.url}/", "data:", "blob:"))] == []
        assert context.cookies() == []


def test_no_page_asks_for_what_the_policy_refuses(reading, site):
    refused = []
    for address in (*KINDS, *(site.address(version, "/guide/inventor/") for version in site.versions[1:])):
        reading.open(address)
        reading.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        refused += reading.refused()
    assert refused == []
    # The answer 404 is what was asked for.
    assert [line for line in reading.said if "/nothing/" not in line] == []


def test_the_search_works_under_the_policy(reading, site):
    reading.open("/law/zis/1/")
    reading.page.keyboard.press("/")
    reading.page.keyboard.type("izmisli")
    expect(reading.page.locator("a[data-hit]").first).to_be_visible()
    reading.open(site.address(site.versions[-1], "/search/?q=thing"))
    expect(reading.page.locator("a[data-hit]").first).to_be_visible()
    assert reading.refused() == [] and reading.said == []


def test_a_guide_works_under_the_policy_to_its_end_and_can_be_left(reading):
    reading.open("/guide/inventor/")
    while reading.page.locator("[data-node]:not([hidden]):not([data-outcome])").count():
        reading.page.locator("[data-node]:not([hidden]) [data-answer]").first.click()
    expect(reading.page.locator("[data-outcome]:not([hidden])")).to_be_visible()
    assert reading.refused() == [] and reading.said == []
    reading.page.locator("[data-leave]:visible").first.click()
    reading.page.wait_for_url("about:blank")


def test_a_citation_is_saved_and_the_colours_are_kept_under_the_policy(reading):
    reading.open("/law/zis/1/p1/")
    reading.page.locator("details:has(#records) summary").click()
    with reading.page.expect_download():
        reading.page.locator("#records a[download$='.bib']").click()
    reading.open("/law/zis/1/")
    reading.page.locator(".cite summary").first.click()
    expect(reading.page.locator(".cite textarea").first).not_to_be_empty()
    reading.page.locator("[data-scheme-label] button").click()
    assert reading.refused() == [] and reading.said == []
    assert reading.page.evaluate("Object.keys(localStorage)") == ["scheme"]


@pytest.mark.parametrize(
    ("markup", "directive"),
    [
        ("<script>top.harm = 1</script>", "script-src-elem"),
        ("<img src='/assets/icon.svg' onload='top.harm = 1'>", "script-src-attr"),
        ("<script src='https://elsewhere.example/harm.js'></script>", "script-src-elem"),
        ("<script src='data:text/javascript,top.harm=1'></script>", "script-src-elem"),
        ("<iframe srcdoc='&lt;script>top.harm = 1&lt;/script>'></iframe>", None),  # told inside the frame
        ("<iframe src='https://elsewhere.example/'></iframe>", "frame-src"),
        ("<img src='https://elsewhere.example/spy.png'>", "img-src"),
        ("<style>main { display: none }</style>", "style-src-elem"),
        ("<p style='display: none'>x</p>", "style-src-attr"),
        ("<link rel='stylesheet' href='https://elsewhere.example/spy.css'>", "style-src-elem"),
        ("<object data='https://elsewhere.example/'></object>", "object-src"),
        ("<base href='https://elsewhere.example/'>", "base-uri"),
    ],
)
def test_markup_that_was_smuggled_into_a_page_does_nothing(reading, markup, directive):
    def smuggle(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<h1", f"{markup}<h1", 1))

    reading.page.route("**/law/zis/1/", smuggle)
    reading.open("/law/zis/1/")
    assert directive in {None, *(line.split()[1] for line in reading.refused())}
    assert reading.page.evaluate("window.harm === undefined && document.baseURI === location.href")
    assert reading.page.locator("main").is_visible()


@pytest.mark.parametrize(
    "sink",
    [
        "document.body.innerHTML = '<b>x</b>'",
        "document.createElement('script').src = '/assets/embed.js'",
        "window.loadOwnScript('https://elsewhere.example/harm.js')",
        "window.trustedTypes.createPolicy('other', {})",
        "eval('1')",
        "fetch('/data/laws.json').catch(error => { window.told = error.name; }); throw new TypeError()",
    ],
)
def test_a_mistake_in_a_script_of_ours_does_no_harm(reading, sink):
    reading.open("/law/zis/1/")
    # In a timer, because what the test itself evaluates stands outside the policy.
    told = reading.page.evaluate(
        f"""() => new Promise(done => setTimeout(() => {{
            try {{ {sink}; done("ran"); }} catch (error) {{ setTimeout(done, 0, window.told || error.name); }}
        }}))"""
    )
    assert told in ("TypeError", "EvalError")
