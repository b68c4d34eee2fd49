"""Each kind of page, in every version, at three widths, light and dark, scripts off and on."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

PROOF = "PROOF" in os.environ
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules of axe that read colours."""

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
END_TRANSITIONS = """() => document.getAnimations().forEach(change => {
  if (change instanceof CSSTransition) change.finish();
})"""
"""Links take an eighth of a second to change their colours with the scheme."""
OPEN_ALL = "() => document.querySelectorAll('main details').forEach(e => { e.open = true; })"


def address_of(site, version, kinds, kind):
    return site.address(version, kinds[kind])


@pytest.mark.parametrize("visit", ["walk_without_scripts", "walk"], ids=["scripts-off", "scripts-on"])
def test_nothing_sticks_out(site, kinds, kind, visit, request):
    """One load for each version; width and scheme change under it, as with a turned phone. Colours take no room.

    With scripts, which add a button or two, versions take turns, and `make proof` asks all of them.
    """
    turn = list(kinds).index(kind) % len(site.versions)
    versions = site.versions if PROOF or visit == "walk_without_scripts" else [site.versions[turn]]
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


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site, kinds, kind, walk, width):
    """Versions and schemes take turns. At one width the second scheme is asked about, too: about colours alone, which
    no width changes. The steps of `make proof` ask all rules in each mode.
    """
    turn = list(kinds).index(kind) + (width > 320)
    walk.size(width)
    walk.page.emulate_media(color_scheme=SCHEMES[turn % 2])
    walk.open(address_of(site, site.versions[turn % len(site.versions)], kinds, kind))
    walk.page.evaluate(OPEN_ALL)  # what is hidden would not be looked at
    asked = [(SCHEMES[turn % 2], {}), (SCHEMES[(turn + 1) % 2], OF_COLOURS)]
    for scheme, rules in asked[: 1 + (width == 320)]:
        walk.page.emulate_media(color_scheme=scheme)
        walk.page.evaluate(END_TRANSITIONS)
        results = Axe().run(walk.page, options={"resultTypes": ["violations"], **rules})
        assert results.violations_count == 0, f"{walk.page.url}, {scheme}: {results.generate_report()}"
