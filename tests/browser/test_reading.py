"""What a reader does: changes version and colours, opens the menu, follows a lasting address."""

import os
import re

import pytest
from playwright.sync_api import expect

from legal_site.assets import assets

PROOF = "PROOF" in os.environ


def goal(visit_, site, version, address, anchor=""):
    return visit_.host + site.address(version, address) + anchor


@pytest.fixture
def anchors(site, kinds):
    """The anchors of the article's provisions."""
    page = site.at(site.versions[0], kinds["article"])
    found = [e.get("id") for e in page.with_attribute("data-provision")]
    assert len(found) > 1
    return found


def test_the_version_switch_keeps_page_and_place_with_scripts(visits, site, kinds, anchors):
    with visits() as v:
        first, *others = site.versions
        v.open(f"{site.address(first, kinds['article'])}#{anchors[0]}")
        for version in [*others, first]:
            v.page.locator(f"header [data-version='{version.locale}']").click()
            v.page.wait_for_url(goal(v, site, version, kinds["article"], f"#{anchors[0]}"))
        v.page.locator(f"#{anchors[1]} > .label").click()
        for version in [*others, first]:
            v.page.locator(f"header [data-version='{version.locale}']").click()
            v.page.wait_for_url(goal(v, site, version, kinds["article"], f"#{anchors[1]}"))


def test_the_version_switch_keeps_page_and_place_without_scripts(visits, site, kinds, anchors):
    with visits(scripts=False) as v:
        first, *others = site.versions
        v.open(site.address(first, kinds["article"]))
        for version in [*others, first]:
            v.page.locator(f"#{anchors[-1]} [data-version='{version.locale}']").click()
            v.page.wait_for_url(goal(v, site, version, kinds["article"], f"#{anchors[-1]}"))


def test_the_version_switch_keeps_every_kind_of_page_without_scripts(walk_without_scripts, site, kinds):
    """From one version to the next, where kinds take turns; in `make proof` through all of them and back."""
    v = walk_without_scripts
    # One of the two left out speaks every version, the other leads on.
    for number, kind in enumerate(kind for kind in kinds if kind not in ("not-found", "wording")):
        turn = number % len(site.versions)
        first, *others = [*site.versions[turn:], *site.versions[:turn]]
        v.open(site.address(first, kinds[kind]))
        for version in [*others, first] if PROOF else others[:1]:
            v.page.locator(f"header [data-version='{version.locale}']").click()
            v.page.wait_for_url(goal(v, site, version, kinds[kind]))
            expect(v.page.locator("html")).to_have_attribute("lang", version.lang)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_colours_hold_on_every_page(visits, site, kinds, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    paper = "() => getComputedStyle(document.documentElement).backgroundColor"
    stored = "() => ({...localStorage})"
    with visits(scheme=scheme) as v:
        v.open("/")
        button = v.page.locator("[data-scheme-label] button")
        expect(button).to_have_accessible_name(site.content.interface.texts["scheme"][site.versions[0].locale])
        before = v.page.evaluate(paper)
        assert v.page.evaluate(stored) == {}
        button.press("Enter")
        assert v.page.evaluate(stored) == {"scheme": other}
        chosen = v.page.evaluate(paper)
        assert chosen != before
        v.open(kinds["article"])
        assert v.page.evaluate(paper) == chosen
        button.click()
        assert v.page.evaluate(stored) == {"scheme": scheme}
        assert v.page.evaluate(paper) == before


def test_nothing_is_stored_before_a_choice_and_nothing_more_is_fetched(visits, site, kinds):
    own = {name: asset.address for name, asset in assets(site.content.site.colours).items()}
    everywhere = {own["site.css"], own["icon.svg"]}
    script = {
        "guide": "guides.js",
        "letters": "letters.js",
        "flowchart": "flowchart.js",
        "search": "search-page.js",
        "card": "card.js",
    }
    script |= dict.fromkeys(("article", "article-with-items", "statement", "wording"), "paragraphs.js")
    with visits() as v:
        for kind, address in kinds.items():
            v.requests.clear()
            v.open(address)
            if kind == "wording":
                v.page.wait_for_url(v.host + kinds["article"])
            assert v.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
            assert v.page.evaluate("() => indexedDB.databases().then(all => all.length)") == 0
            assert v.page.evaluate("() => document.cookie") == ""
            files = everywhere | {own[script.get(kind, "page.js")]}
            files |= {own["redirect.js"]} if kind == "wording" else set()
            files |= {own["card.css"]} if kind == "card" else set()
            expected = {v.host + address, v.page.url, v.host + "/favicon.ico", *(v.host + file for file in files)}
            stray = [url for url in v.requests if url not in expected]
            assert not [url for url in stray if not re.search(r"/assets/parallel\.[0-9a-f]{8}\.css$", url)], kind
            v.check()


def test_who_asks_for_the_lasting_address_has_it_in_the_address_bar(visits, kinds):
    with visits() as v:
        v.open(kinds["article"])
        v.page.locator(f".meta a[href*='{kinds['wording'].split('/')[-2]}']").click()
        v.page.wait_for_url(v.host + kinds["wording"])
        expect(v.page.locator("#target")).to_be_visible()
        v.page.reload()
        v.page.wait_for_url(v.host + kinds["article"])


def test_what_an_address_names_is_marked_in_forced_colours(visits, kinds, anchors):
    with visits() as v:
        v.page.emulate_media(forced_colors="active")
        v.open(f"{kinds['article']}#{anchors[0]}")
        assert v.page.locator(f"#{anchors[0]}").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts-off", "scripts-on"])
def test_the_menu_opens_by_keyboard(visits, site, scripts):
    with visits(scripts, width=320) as v:
        v.open("/")
        summary = v.page.locator("header summary")
        links = v.page.locator("header details a")
        expect(links.first).to_be_hidden()
        for _ in range(10):
            v.page.keyboard.press("Tab")
            if summary.evaluate("e => e === document.activeElement"):
                break
        expect(summary).to_be_focused()
        v.page.keyboard.press("Enter")
        expect(links.first).to_be_visible()
        v.page.keyboard.press("Tab")
        expect(links.first).to_be_focused()
        address = links.first.evaluate("e => e.href")
        v.page.keyboard.press("Enter")
        v.page.wait_for_url(address)
        assert address != v.host + "/"


def test_the_first_key_leads_to_the_content(visits):
    with visits(scripts=False) as v:
        v.open("/")
        v.page.keyboard.press("Tab")
        skip = v.page.locator("a.skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        v.page.keyboard.press("Enter")
        expect(v.page.locator("main")).to_be_focused()


def test_a_lasting_address_leads_to_the_article_and_keeps_the_place(visits, site, kinds, anchors):
    for version in site.versions:
        with visits() as v:
            for anchor in ("", f"#{anchors[-1]}"):
                v.open(site.address(version, kinds["wording"]) + anchor)
                v.page.wait_for_url(goal(v, site, version, kinds["article"], anchor))


def test_a_lasting_address_leads_to_the_article_without_scripts(visits, site, kinds, anchors):
    with visits(scripts=False) as v:
        for version in site.versions:
            v.open(f"{site.address(version, kinds['wording'])}#{anchors[-1]}")
            v.page.locator(f"#{anchors[-1]} a").click()
            v.page.wait_for_url(goal(v, site, version, kinds["article"], f"#{anchors[-1]}"))


@pytest.mark.parametrize("address", ["/no-such-page/", "/en/law/kz/9999/", "/sr-Latn/a/b/c/d/"])
def test_an_unknown_address_at_any_depth_shows_a_page_that_leads_on(visits, site, address):
    with visits(scripts=False) as v:
        v.open(address)
        for version in site.versions:
            own = v.page.locator("main > ul a" if version is site.versions[0] else f"section[lang='{version.lang}'] a")
            expect(own.first).to_be_visible()
            found = own.evaluate_all("all => all.map(e => e.pathname)")
            home, search, *menu = found
            assert [home, search] == [site.address(version, "/"), site.address(version, "/search/")]
            assert site.address(version, "/law/") in menu
        assert v.page.evaluate("() => document.styleSheets[0].cssRules.length") > 0
