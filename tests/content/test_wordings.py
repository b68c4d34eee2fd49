"""What the pages of one article say when it has several wordings and changes that were logged."""

import re
from copy import deepcopy
from datetime import date
from urllib.parse import unquote

import html5lib
import pytest
import yaml

from conftest import ROOT
from legal_site.build import build_content
from legal_site.exports import wordings
from legal_site.exports.data_article import article_shape
from legal_site.exports.every_version import EveryVersion
from legal_site.permalink import Provision
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


def test_what_refers_to_a_paragraph_stands_in_the_order_of_the_laws_on_its_page_and_in_its_file(folder):
    """By the place of the law, not its id, and of paragraphs with the same figure, 5 and 5а, as they are printed."""

    def say(number, block, words, english):
        def change(article):
            (part,) = (part for part in article["paragraphs"] if part.get("number") == number)
            part[block] = {"sr": words, "en": english}

        return change

    of_the_code = "Члан 1. став 1. Законика о три моста.", "Article 1(1) of the Code of the Three Bridges."
    of_the_article = "дело из става 1. овог члана.", "the act under paragraph 1 of this Article."
    edit(folder, ARTICLE, say("5а", "closing", *of_the_article))
    edit(folder, "laws/zr/articles/3a.yml", say("1", "text", *of_the_code))
    edit(folder, "laws/zr/law.yml", lambda law: law.update(order=0))
    expected = ["zr/3a/p1", "zis/1/p5", "zis/1/p5a"]
    whole = site(folder)
    reader = whole.reader("sr", "/law/zis/1/")
    (holder,) = (e for e in body(whole, reader.version, reader.address).iter("div") if e.get("id") == "p1")
    targets = [link.get("href") for box in holder.iter("details") if box.get("class") is None for link in box.iter("a")]
    statement, *referring = targets
    assert "/statement/" in statement
    assert referring == [reader.link(Provision.parse(name).address) for name in expected]
    law = whole.content.laws["zis"]
    shape = article_shape(EveryVersion.of(whole), law, law.articles["1"])
    assert [link.id for link in shape.wording.paragraphs[0].referred_by] == expected


def test_an_earlier_wording_leads_to_its_own_words_and_asks_for_mistakes_in_them(folder):
    """Paragraph 2 is in both wordings, 3 in the earlier one alone, 5 in the one in force alone."""

    def see(number):
        return {"sr": f"Види став {number}. овог члана.", "en": f"See paragraph {number} of this Article."}

    def rewrite(article):
        (earlier, _) = article["earlier_wordings"]
        (first,) = earlier["paragraphs"]
        first["closing"] = see("5")
        item = {"number": "1", "text": {"sr": "став 2. тачка 1) овог члана.", "en": "paragraph 2, item 1."}}
        earlier["paragraphs"].append({"number": "2", "text": see("3"), "items": [item]})
        earlier["paragraphs"].append({"number": "3", "text": see("2")})

    edit(folder, ARTICLE, rewrite)
    whole = site(folder)
    (html,) = (html for locale, day, html in earlier_pages(whole) if (locale, day) == ("sr", "2023-05-01"))
    page = html5lib.parse(html, namespaceHTMLElements=False)
    law = [element for element in page.iter("div") if "data-law-text" in element.attrib]
    targets = [link.get("href") for element in law for link in element.iter("a") if link.get("class") != "term"]
    assert targets == ["#p3", "#p2-i1", "#p2"]
    plain = [span for element in law for span in element.iter("span") if span.get("class") == "law-ref"]
    assert ["".join(span.itertext()) for span in plain] == ["став 5."]
    mails = [link.get("href") for link in page.iter("a") if link.get("href", "").startswith("mailto:")]
    subjects = [unquote(mail.partition("subject=")[2]) for mail in mails]
    assert subjects == [f"/law/zis/1/2023-05-01/#p{number}" for number in (1, 2, 3)]


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
