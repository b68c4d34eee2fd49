"""The copy on a disk, opened as a reader opens it: by its page, without a host and without a connection."""

from contextlib import contextmanager
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from awake import open_awake, wait_awake
from legal_site import graph, permalink

SHOWN = "[data-node]:not([hidden])"
ARTICLE = permalink.article("kz", "146")


@pytest.fixture(scope="module")
def top(site, tmp_path_factory):
    """The folder that somebody has who unpacks the ZIP."""
    folder = tmp_path_factory.mktemp("disk")
    with ZipFile(site.folder / permalink.file_of(permalink.OFFLINE)) as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    return top.as_uri()


@pytest.fixture
def on_disk(browser, top):
    """A page that may ask for nothing outside the copy and whose console says nothing."""

    @contextmanager
    def opened(scripts=True):
        asked, said = [], []
        with browser.new_context(java_script_enabled=scripts, offline=True) as context:
            context.on("request", lambda request: asked.append(request.url))
            page = context.new_page()
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(f"{top}/index.html")
            if scripts:
                wait_awake(page)
            yield page
        assert said == []
        assert [url for url in asked if not url.startswith(f"{top}/")] == []

    return opened


def follow(page, link):
    """Clicks the first visible link whose address ends so, and waits for what it leads to."""
    found = page.locator(f'a[href$="{link}"]:visible').first
    address = found.evaluate("(a) => a.href")
    found.click()
    page.wait_for_url(address)


def test_from_the_home_page_through_a_guide_and_the_law_to_the_statement(site, top, on_disk):
    name, flow = next(iter(site.content.flows.items()))
    path = max(graph.paths(flow), key=lambda path: len(path.steps))
    second = site.versions[1]
    with on_disk() as page:
        follow(page, f"guide/{name}/index.html")
        wait_awake(page)
        for question, answer in path.steps:
            page.locator(f'#{question} [data-answer="{answer}"]').click()
        expect(page.locator(SHOWN)).to_have_id(path.outcome)
        page.go_back()
        expect(page.locator(SHOWN)).to_have_id(path.steps[-1][0])
        page.go_forward()
        expect(page.locator(SHOWN)).to_have_id(path.outcome)
        state = page.evaluate("() => location.hash")

        page.locator(f"header [data-version='{second.locale}']").click()
        page.wait_for_url(f"{top}/{second.locale}/guide/{name}/index.html{state}")
        wait_awake(page)
        expect(page.locator(SHOWN)).to_have_id(path.outcome)

        follow(page, "/law/index.html")
        follow(page, "kz/index.html")
        follow(page, "146/index.html")
        follow(page, "#p3")
        page.locator(f"header [data-version='{site.versions[0].locale}']").click()
        page.wait_for_url(f"{top}{ARTICLE}index.html#p3")
        expect(page.locator("#p3")).to_be_in_viewport()

        statement = next(iter(site.content.statements))
        follow(page, "/statement/index.html")
        follow(page, f"{statement}/index.html")
        expect(page.locator("#s1 [data-statement-text], #s1[data-statement-text]").first).to_be_visible()


def test_letters_and_time_limits_are_worked_out(site, top, on_disk):
    name, path, letter, line = next(
        (name, path, letter, field.id)
        for name, flow in site.content.flows.items()
        for outcome in flow.outcomes
        for path in graph.paths(flow)
        for letter in outcome.letters
        for field in site.content.letters[letter].fields
        if path.outcome == outcome.id and outcome.deadlines and field.kind == "line"
    )
    with on_disk() as page:
        follow(page, f"guide/{name}/index.html")
        wait_awake(page)
        for question, answer in path.steps:
            page.locator(f'#{question} [data-answer="{answer}"]').click()
        page.locator(f"{SHOWN} [data-dates] summary").click()
        for field in page.locator(f"{SHOWN} [data-dates] input:visible").all():
            field.fill("2020-01-31")
            field.blur()
        expect(page.locator(f"{SHOWN} .deadlines .ends").first).to_contain_text("202")
        page.locator(f"{SHOWN} [data-letter-link='{letter}']").click()
        wait_awake(page)
        box = page.locator(f"[data-letter='{letter}']")
        box.locator(f"[name='{line}']").fill("Љубица Њежић")
        expect(box.locator(".letter-text[open] .sheet")).to_contain_text("Љубица Њежић")
        with page.expect_download() as download:
            box.locator("[data-letter-save='txt']").click()
        assert "Љубица Њежић" in download.value.path().read_text("utf-8-sig")


def test_the_search_finds_and_leads_on(site, top, on_disk):
    """In the box over any page and on the page of the search, in each version."""
    for version in site.versions:
        root = top + site.address(version, "/")
        with on_disk() as page:
            open_awake(page, f"{root}index.html")
            page.keyboard.press("/")
            page.keyboard.type("146/3")
            page.locator("dialog a[data-hit]").first.click()
            page.wait_for_url(f"{top}{site.address(version, ARTICLE)}index.html#p3")

            page.goto(f"{root}search/index.html?q=146/3")
            page.locator("[data-search-results] h2 a").first.click()
            page.wait_for_url(f"{top}{site.address(version, ARTICLE)}index.html")


def test_a_dated_wording_leads_on_to_its_article(site, top, on_disk):
    wording = permalink.wording("kz", "146", site.content.laws["kz"].articles["146"].wording.as_of)
    with on_disk() as page:
        page.goto(f"{top}{wording}index.html#p3")
        page.wait_for_url(f"{top}{ARTICLE}index.html#p3")


def test_without_scripts_links_lead_on_and_the_search_lists_everything(site, top, on_disk):
    with on_disk(scripts=False) as page:
        page.locator("a.search-link").click()
        page.wait_for_url(f"{top}/search/index.html")
        page.locator('[data-without-script] a[href="../law/kz/146/index.html"]').first.click()
        page.wait_for_url(f"{top}{ARTICLE}index.html")
        page.locator(f"header [data-version='{site.versions[-1].locale}']").click()
        page.wait_for_url(f"{top}{site.address(site.versions[-1], ARTICLE)}index.html")


def test_what_is_shared_or_printed_names_the_site_and_not_the_disk(site, on_disk):
    name, flow = next(iter(site.content.flows.items()))
    public = site.content.site.address.rstrip("/") + permalink.guide(name)
    with on_disk() as page:
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})")
        follow(page, f"guide/{name}/index.html")
        wait_awake(page)
        for question, answer in min(graph.paths(flow), key=lambda path: len(path.steps)).steps:
            page.locator(f'#{question} [data-answer="{answer}"]').click()
        hash = page.evaluate("() => location.hash")
        page.locator(f"{SHOWN} [data-share=answers]").click()
        expect(page.locator(f"{SHOWN} [data-refused] input")).to_have_value(public + hash)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("[data-printed]")).to_contain_text(public + hash)
