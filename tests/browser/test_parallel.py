"""The comparison of versions: columns that a reader shows and hides, without scripts, on a phone, on paper."""

import pytest
from playwright.sync_api import expect

from accessibility import violations
from browser.test_layout import OVERFLOW
from legal_site import permalink

WIDE, NARROW = 1280, 320


@pytest.fixture(scope="session")
def address(kinds):
    """The comparison of the article with most on it."""
    _, _, law, number, _ = kinds["article-with-items"].split("/")
    return permalink.parallel(law, number)


def cells(visit, row=".row-opening"):
    return visit.page.locator(row).nth(1).locator("> div")


def boxes(visit, row=".row-opening"):
    return [cell.bounding_box() for cell in cells(visit, row).all() if cell.is_visible()]


def ticks(visit):
    return visit.page.locator(".picks input")


def shown(visit):
    """Which columns are seen, in the first row of words and in the headings alike."""
    heads = visit.page.locator(".heads > div").all()
    seen = [cell.is_visible() for cell in cells(visit).all()]
    assert seen == [head.is_visible() for head in heads]
    return seen


def test_all_versions_stand_side_by_side_and_each_can_be_hidden_without_scripts(walk_without_scripts, site, address):
    v = walk_without_scripts
    v.size(WIDE)
    count = len(site.versions)
    for version in site.versions:
        v.open(site.address(version, address))
        assert shown(v) == [True] * count
        places = boxes(v)
        assert len({place["y"] for place in places}) == 1 and len({place["x"] for place in places}) == count
        for index in range(count):
            ticks(v).nth(index).press("Space")
            assert shown(v) == [other != index for other in range(count)]
            wider = boxes(v)
            assert wider[0]["width"] > places[0]["width"], "the others take its place"
            ticks(v).nth(index).press("Space")
        assert shown(v) == [True] * count


def test_hiding_every_column_hides_none(walk_without_scripts, site, address):
    v = walk_without_scripts
    v.open(address)
    for tick in ticks(v).all():
        tick.uncheck()
    assert shown(v) == [True] * len(site.versions)
    ticks(v).last.check()
    assert shown(v) == [False] * (len(site.versions) - 1) + [True]


def test_a_browser_that_cannot_hide_columns_shows_all_and_offers_nothing(visits, site, address):
    """As if it did not know :has()."""

    def older(route):
        (style,) = (site.folder / "assets").glob("parallel.*.css")
        text = style.read_text("utf-8")
        assert ":has(" in text
        route.fulfill(body=text.replace(":has(", ":later("), content_type="text/css")

    with visits(scripts=False) as v:
        v.page.route("**/assets/parallel.*.css", older)
        v.open(address)
        expect(ticks(v).first).to_be_hidden()
        assert shown(v) == [True] * len(site.versions)


def test_versions_stand_below_each_other_on_a_phone_and_say_which_they_are(walk_without_scripts, site, address):
    v = walk_without_scripts
    v.size(NARROW)
    v.open(address)
    places = boxes(v)
    assert len({place["x"] for place in places}) == 1
    assert [place["y"] for place in places] == sorted({place["y"] for place in places})
    label = "e => getComputedStyle(e, '::before').content"
    assert [cell.evaluate(label) for cell in cells(v).all()] == [f'"{version.short}"' for version in site.versions]
    ticks(v).first.uncheck()
    assert shown(v) == [False] + [True] * (len(site.versions) - 1)


def test_paper_has_the_columns_that_are_shown(visits, site, address):
    with visits(scripts=False, width=700) as v:
        v.open(address)
        ticks(v).first.uncheck()
        v.page.emulate_media(media="print")
        assert shown(v) == [False] + [True] * (len(site.versions) - 1)
        places = boxes(v)
        assert len({place["y"] for place in places}) == 1 and len({place["x"] for place in places}) == len(places) > 1
        expect(ticks(v).first).to_be_hidden()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_sticks_out_and_the_place_asked_for_is_in_view(visits, site, address, width):
    with visits(scripts=False, width=width) as v:
        page = site.at(site.versions[0], address)
        anchor = [e.get("id") for e in page.with_attribute("data-provision")][-1]
        for version in site.versions:
            v.open(f"{site.address(version, address)}#{anchor}")
            assert not v.page.evaluate(OVERFLOW), v.page.url
            top = v.page.locator(f"#{anchor}").bounding_box()["y"]
            heads = v.page.locator(".heads").bounding_box()
            assert heads["y"] + heads["height"] <= top < v.page.viewport_size["height"], "hidden by the headings"
            first = v.page.locator(f"#{anchor} [data-law-text]").first
            expect(first).to_be_in_viewport()


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(walk, site, address, width, scheme):
    walk.size(width)
    walk.page.emulate_media(color_scheme=scheme)
    version = site.versions[(width == WIDE) + (scheme == "dark")]
    walk.open(site.address(version, address))
    assert not violations(walk.page)


def test_the_version_switch_keeps_the_comparison(walk_without_scripts, site, address):
    v = walk_without_scripts
    first, *others = site.versions
    v.open(site.address(first, address))
    for version in [*others, first]:
        v.page.locator(f"header [data-version='{version.locale}']").click()
        v.page.wait_for_url(v.host + site.address(version, address))
        expect(v.page.locator("html")).to_have_attribute("lang", version.lang)
