"""A text that nobody has checked for twelve months says so on its page, from the day on which they are over."""

import re
from datetime import date

import pytest
import yaml

from conftest import ROOT
from legal_site.build import build_content
from legal_site.document import documents
from legal_site.site import Site
from legal_site.verification import is_overdue
from three_bridges.project import ADDRESS, MARK, write_project

NOTICE = re.compile(r'<div class="ours" role="note" data-overdue="([^"]*)"[^>]*>(.*?)</div>', re.S)
BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)
"""The laws of the invented content were compared on 1 March 2024."""
WORDS = {
    "sr": "од 1. марта 2024. Пре него што се ослоните на њега, проверите важећи пропис.",
    "sr-Latn": "od 1. marta 2024. Pre nego što se oslonite na njega, proverite važeći propis.",
    "en": "since 1 March 2024. Before you rely on it, check the law in force.",
    "de": "since 1 March 2024. Before you rely on it, check the law in force.",
}


@pytest.mark.parametrize(
    ("checked_on", "day", "overdue"),
    [
        ("2025-11-26", "2026-11-25", False),
        ("2025-11-26", "2026-11-26", True),
        ("2025-11-26", "2026-11-27", True),
        ("2024-02-28", "2025-02-27", False),
        ("2024-02-29", "2025-02-27", False),
        ("2024-02-29", "2025-02-28", True),
        ("2023-02-28", "2024-02-27", False),
        ("2023-02-28", "2024-02-28", True),
        ("2025-12-31", "2026-12-30", False),
        ("2025-12-31", "2026-12-31", True),
        ("2026-11-26", "2026-11-26", False),
        ("2025-08-31", "2026-02-28", False),
    ],
)
def test_twelve_calendar_months_are_counted_to_the_day(checked_on, day, overdue):
    assert is_overdue(date.fromisoformat(checked_on), date.fromisoformat(day)) is overdue


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_project(ROOT, tmp_path_factory.mktemp("verified") / "project") / "content_data"


def notices(site, locale, address):
    return [(day, " ".join(words.split())) for day, words in NOTICE.findall(site.body(site.reader(locale, address)))]


@pytest.fixture(scope="module")
def site(folder):
    return Site(build_content(folder, AFTER))


@pytest.mark.parametrize("address", ["/law/zis/", "/law/zis/1/", "/law/zr/3a/"])
def test_a_text_of_law_says_so_in_each_version(address, site, folder):
    for version in site.content.site.versions:
        ((day, words),) = notices(site, version.locale, address)
        assert day == "2024-03-01"
        assert words.replace(MARK, "").endswith(WORDS[version.locale])
        assert (MARK in words) == (version.locale == "de")
    before = Site(build_content(folder, BEFORE))
    assert [notices(before, version.locale, address) for version in before.content.site.versions] == [[], [], [], []]


def test_a_statement_says_that_it_may_no_longer_hold(site):
    ((_, words),) = notices(site, "en", "/statement/2024-02-01/")
    assert words.endswith("Before you rely on it, check whether it still holds.")


def test_the_notice_stands_before_the_first_word_of_law(site):
    body = site.body(site.reader("sr", "/law/zis/1/"))
    assert 0 < body.index("data-overdue") < body.index("data-law-text")


def test_contacts_of_bodies_and_outcomes_and_letters_of_guides_say_so(site, folder):
    assert [day for day, _ in notices(site, "sr", "/authorities/")] == ["2024-03-01"]
    guide = notices(site, "sr", "/guide/inventor/")
    flow = site.content.flows["inventor"]
    contacts = [contact for body in site.content.authorities.authorities for contact in body.contacts]
    assert len(guide) == len(flow.outcomes) + len(contacts)
    assert len(notices(site, "sr", "/guide/inventor/letters/")) == len(site.content.letters) > 0
    before = Site(build_content(folder, BEFORE))
    assert notices(before, "sr", "/authorities/") == notices(before, "sr", "/guide/inventor/") == []


def test_a_paragraph_that_was_checked_on_another_day_than_its_article_says_so_itself(folder):
    path = folder / "laws/zr/articles/3a.yml"
    text = path.read_text("utf-8")
    own = "  provenance:\n    sr:\n      verified_on: 2024-02-01\n"
    path.write_text(text.replace("- number: '1'\n", f"- number: '1'\n{own}", 1), "utf-8")
    try:
        assert path.read_text("utf-8") != text
        made = Site(build_content(folder, BEFORE))
    finally:
        path.write_text(text, "utf-8")
    assert [day for day, _ in notices(made, "sr", "/law/zr/3a/")] == ["2024-02-01"]
    assert notices(made, "en", "/law/zr/3a/") == []


def test_a_page_that_was_kept_is_made_anew_on_the_day_on_which_its_check_is_too_old(folder):
    addresses = ["/law/zis/1/", "/guide/inventor/"]
    before = Site(build_content(folder, BEFORE), {})
    shown = list(documents(before, ADDRESS, addresses))
    same = Site(build_content(folder, date(2025, 1, 15)), before.kept)
    pairs = zip(documents(same, ADDRESS, addresses), shown, strict=True)
    assert all(page is former for (_, page), (_, former) in pairs)
    after = dict(documents(Site(build_content(folder, AFTER), before.kept), ADDRESS, addresses))
    assert all(NOTICE.search(after[address]) for address in addresses)


def test_the_site_is_built_each_month_without_a_change_so_that_it_grows_old_by_itself():
    """decisions/0012: the day is that of the build."""
    workflow = yaml.load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"), yaml.CBaseLoader)
    (schedule,) = workflow["on"]["schedule"]
    _, _, day, month, weekday = schedule["cron"].split()
    assert 1 <= int(day) <= 28 and (month, weekday) == ("*", "*")
    assert "at least monthly" in (ROOT / "deploy/README.md").read_text("utf-8")
