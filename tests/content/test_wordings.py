"""What the pages of one article say when it has several wordings and changes that were logged."""

import re
from copy import deepcopy
from datetime import date

import html5lib
import pytest
import yaml

from conftest import ROOT
from legal_site.build import build_content
from legal_site.exports import wordings
from legal_site.site import Site
from three_bridges.project import ADDRESS, write_project

ARTICLE = "laws/zis/articles/1.yml"
TODAY = date(2024, 6, 1)
REPLACED = {
    "sr": "Ово је ранији текст. Заменио га је текст од {}",
    "sr-Latn": "Ovo je raniji tekst. Zamenio ga je tekst od {}",
    "en": "This is an earlier wording. It was replaced by the wording of {}.",
}
DATES = {
    "2023-05-01": {"sr": "10. јануара 2024.", "sr-Latn": "10. januara 2024.", "en": "10 January 2024"},
    "2019-05-05": {"sr": "1. маја 2023.", "sr-Latn": "1. maja 2023.", "en": "1 May 2023"},
}

TITLES = {"sr": "Саопштење о стварима", "sr-Latn": "Saopštenje o stvarima", "en": "Statement on things"}


@pytest.fixture
def folder(tmp_path):
    """The content about the invented law, its Code with two wordings that were replaced."""
    folder = write_project(ROOT, tmp_path / "project", fourth=False) / "content_data"
    edit(folder, ARTICLE, add_oldest)
    return folder


def add_oldest(article):
    (earlier,) = article["earlier_wordings"]
    article["earlier_wordings"].append(deepcopy(earlier))  # YAML would make an alias of the same object
    article["earlier_wordings"][1]["wording"]["as_of"] = "2019-05-05"


def edit(folder, name, change):
    path = folder / name
    value = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    change(value)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def site(folder):
    return Site(build_content(folder, TODAY), {})


def earlier_pages(site):
    """Version, date and HTML of each wording that was replaced."""
    for address, html in wordings.files(site, ADDRESS):
        found = re.fullmatch(r"/(?:(.+)/)?law/zis/1/([0-9-]+)/", address)
        if found and found.group(2) != "2024-01-10":
            yield found.group(1) or "sr", found.group(2), html


def test_an_earlier_wording_names_the_one_that_came_next(folder):
    found = {}
    for locale, day, html in earlier_pages(site(folder)):
        found[locale, day] = re.search(r'<p class="ours"><strong>(.*?)</strong>', html).group(1)
    assert found == {
        (locale, day): said.format(dates[locale]) for day, dates in DATES.items() for locale, said in REPLACED.items()
    }


def test_an_earlier_wording_has_nothing_that_belongs_to_the_one_in_force(folder):
    """What quotes a paragraph or refers to it, and the guides that it may concern, mean the words in force."""
    whole = site(folder)
    relations = whole.relations
    for kind in (relations.referred_by, relations.quoted_by, relations.concerns):
        assert "zis/1/p1" in kind, "the current paragraph has all three, or the test would prove nothing"
    for locale, day, html in earlier_pages(whole):
        words = whole.reader(locale, "/").words
        for key in ("concerns_me", "referred_by", "quoted_by"):
            assert words[key] not in html, f"{locale} {day}: {key}"


@pytest.mark.parametrize("about", ["zis/1", "/law/zis/1/", "/law/zis/1/#p1"])
def test_a_change_stands_on_the_page_of_the_article_that_it_names_either_way(about, folder):
    def rename(register):
        register["changes"][0]["about"] = [about]

    edit(folder, "changes.yml", rename)
    whole = site(folder)
    for version in whole.content.site.versions:
        targets = (link.get("href", "") for link in body(whole, version, "/law/zis/1/").iter("a"))
        assert [target.partition("#")[2] for target in targets if "/changes/#" in target] == ["second"]


def body(whole, version, address):
    return html5lib.parse(str(whole.body(whole.reader(version.locale, address))), namespaceHTMLElements=False)


def test_a_statement_that_is_mentioned_as_a_whole_is_called_by_its_title(folder):
    def mention(article):
        article["notes"][0]["text"] = {locale: "[[statement/2024-02-01]]" for locale in ("sr", "en")}

    edit(folder, ARTICLE, mention)
    whole = site(folder)
    for version in whole.content.site.versions:
        page = body(whole, version, "/law/zis/1/")
        target = whole.reader(version.locale, "/law/zis/1/").link("/statement/2024-02-01/")
        notes = [note for note in page.iter("div") if note.get("class") == "note"]
        named = ["".join(a.itertext()) for note in notes for a in note.iter("a") if a.get("href") == target]
        assert named == [TITLES[version.locale]]
