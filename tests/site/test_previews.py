"""What those see to whom the link to a page is sent: its title, its words, and the picture with what it shows."""

import re

import pytest

from conftest import words
from legal_site import permalink
from legal_site.model.law import Paragraph
from legal_site.pages import pages
from legal_site.relations import paragraph_of
from three_bridges.project import DESCRIPTIONS


def named(page):
    return {e.get("property") or e.get("name"): e.get("content") for e in page.elements("meta")}


def articles(site):
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            yield law, article, permalink.article(law.id, number)


def test_every_page_has_what_open_graph_asks_for(site):
    for version in site.versions:
        for page in pages(site.content):
            said = named(site.at(version, page.address))
            missing = {"og:title", "og:description", "og:url", "og:site_name", "description"} - said.keys()
            assert not missing, (version.locale, page.address)
            assert said["og:type"] == ("website" if page.address == "/" else "article")
            assert "og:locale" not in said, "sr_Cyrl is no locale that its readers know"


def test_a_hand_written_page_is_described_as_it_is_written(three_bridges):
    for version in three_bridges.versions:
        for name, description in DESCRIPTIONS.items():
            page = three_bridges.at(version, f"/about/{name}/")
            assert named(page)["description"] == description
            assert not [words(e) for e in page.elements("main") if "description" in words(e)]


def test_a_picture_comes_with_its_size_and_says_which_paragraph_it_shows(site):
    for version in site.versions:
        for law, article, address in articles(site):
            said = named(site.at(version, address))
            first = next((part for part in article.paragraphs if isinstance(part, Paragraph)), None)
            if first is None:
                assert "og:image" not in said
                continue
            card = site.at(version, permalink.card(paragraph_of(law.id, article, first)))
            (heading,) = (words(e) for e in card.elements("h1"))
            assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
            # The card adds the country where the law is not in the reader's language.
            assert heading.replace("\u00a0", " ").startswith(said["og:image:alt"]), address
        for statement in site.content.statements.values():
            said = named(site.at(version, permalink.statement(statement.id)))
            assert re.search(rf"\b{statement.paragraphs[0].number}$", said["og:image:alt"])


def test_a_page_of_several_paragraphs_is_not_described_by_the_words_of_one(site):
    """A link to any of them shows the same preview. It says which there are."""
    several = 0
    for _, article, address in articles(site):
        if len(article.paragraphs) == 1:
            continue
        for version in site.versions:
            page = site.at(version, address)
            said = named(page)["description"]
            for element in page.elements():
                if "data-law-text" in element.attrib:
                    assert words(element)[:80] not in said, (version.locale, address)
                    several += 1
            published = [part.number for part in article.paragraphs if isinstance(part, Paragraph)]
            if version is site.versions[0] and published:
                assert re.search(rf"\b{published[0]}\b(.*\b{published[-1]}\b)?\.$", said), said
    assert several


def test_a_page_of_one_paragraph_is_described_by_its_words_with_the_whole_penalty(site):
    seen = 0
    for version in site.versions:
        for _, article, address in articles(site):
            (part, *others) = article.paragraphs
            if not others and isinstance(part, Paragraph) and part.text and not part.items:
                page = site.at(version, address)
                (law,) = ("".join(e.itertext()) for e in page.elements() if "data-law-text" in e.attrib)
                said = named(page)["description"]
                penalties = [words(e) for e in page.elements("p") if e.get("class") == "penalty"]
                assert law.strip()[:30] in said and all(penalty in said for penalty in penalties), address
                seen += 1
    assert seen


def test_an_earlier_wording_says_that_it_is_one_and_has_no_picture_of_the_newest(three_bridges):
    site, base, seen = three_bridges, three_bridges.content.site.address.rstrip("/"), 0
    for version in site.versions:
        for law, article, address in articles(site):
            for earlier in article.earlier_wordings:
                place = permalink.wording(law.id, address.split("/")[3], earlier.wording.as_of)
                page = site.at(version, place)
                said = named(page)
                own = base + site.address(version, place)
                (canonical,) = (e.get("href") for e in page.elements("link") if e.get("rel") == "canonical")
                assert canonical == said["og:url"] == own
                (notice,) = (words(e) for e in page.elements("strong") if e in list(holder(page)))
                assert said["og:description"] == said["description"]
                assert said["description"].startswith(notice)
                (title,) = (words(e) for e in page.elements("title"))
                assert title == f"{said['og:title']} · {said['og:site_name']}"
                assert said["og:type"] == "article" and "og:image" not in said
                seen += 1
    assert seen


def holder(page):
    """What stands in the notice that a wording was replaced."""
    (notice,) = (e for e in page.elements("p") if e.get("class") == "ours")
    return notice


@pytest.mark.parametrize("number", range(3))
def test_what_is_shared_of_the_first_page_is_the_site_itself(real_site, number):
    version = real_site.versions[number]
    said = named(real_site.at(version, "/"))
    assert said["og:type"] == "website" and said["og:title"] == said["og:site_name"]
