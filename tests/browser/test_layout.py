"""Each kind of page at three widths, light and dark, scripts off and on; versions take turns where tests say so."""

import os

import pytest

from accessibility import violations
from conftest import launched

PROOF = "PROOF" in os.environ
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")

# What sticks out of the page to the right, named so that a failure says where to look.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const box = document.scrollingElement.scrollWidth;
  if (box <= width) return "";
  const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
  const last = out.at(-1);
  const name = last ? `${last.tagName} .${last.getAttribute("class")} ${last.textContent.trim().slice(0, 60)}` : "";
  return `${box}px: ${name}`;
}"""
INK_AND_PAPER = """() => [
  getComputedStyle(document.body).color,
  getComputedStyle(document.documentElement).backgroundColor,
]"""
OPEN_ALL = "() => document.querySelectorAll('main details').forEach(e => { e.open = true; })"


def address_of(site, version, kinds, kind):
    return site.address(version, kinds[kind])


@pytest.mark.parametrize("visit", ["walk_without_scripts", "walk"], ids=["scripts-off", "scripts-on"])
def test_nothing_sticks_out(site, kinds, kind, visit, request):
    """One load; width and scheme change under it, as with a turned phone. Colours take no room.

    Versions take turns, with scripts another one than without; `make proof` asks all of them.
    """
    turn = list(kinds).index(kind) + (visit == "walk_without_scripts")
    versions = site.versions if PROOF else [site.versions[turn % len(site.versions)]]
    visit = request.getfixturevalue(visit)
    for address in dict.fromkeys(address_of(site, version, kinds, kind) for version in versions):
        visit.open(address)
        visit.page.evaluate(OPEN_ALL)
        assert visit.page.locator("h1").count() == 1
        for width in WIDTHS:
            visit.size(width)
            found = visit.page.evaluate(OVERFLOW)
            assert not found, f"{address} at {width} px: {found}"
        colours = set()
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            colours.add(tuple(visit.page.evaluate(INK_AND_PAPER)))
        assert len(colours) == len(SCHEMES), f"{address} looks alike in light and dark"


def test_nothing_sticks_out_on_a_phone_with_letters_of_double_size(site, kinds, browser, host):
    """A reader's own setting (WCAG 2.2, 1.4.4): the window has as many letters then as one of 160 pixels."""
    found = {}
    with launched(browser.browser_type, "--blink-settings=defaultFontSize=32") as large:
        page = large.new_page(viewport={"width": 320, "height": 640})
        for turn, kind in enumerate(kinds):
            for version in site.versions if PROOF else [site.versions[turn % len(site.versions)]]:
                page.goto(host + address_of(site, version, kinds, kind))
                page.evaluate(OPEN_ALL)
                if wide := page.evaluate(OVERFLOW):
                    found[page.url] = wide
    assert not found


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site, kinds, kind, walk, width):
    """Versions take turns, and at each width a kind has the other scheme: `make proof` asks all rules in each mode."""
    turn = list(kinds).index(kind) + (width > 320)
    walk.size(width)
    walk.page.emulate_media(color_scheme=SCHEMES[turn % 2])
    walk.open(address_of(site, site.versions[turn % len(site.versions)], kinds, kind))
    walk.page.evaluate(OPEN_ALL)  # what is hidden would not be looked at
    found = violations(walk.page)
    assert not found, f"{walk.page.url}, {SCHEMES[turn % 2]}: {found}"
