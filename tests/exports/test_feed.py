"""The feeds of changes: Atom 1.0 with what RFC 4287 requires, the same for ever."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from conftest import words
from legal_site import permalink
from legal_site.exports import feed
from legal_site.exports.every_version import plain_text
from legal_site.site import Site
from legal_site.view.globals import link_name
from legal_site.view.reader import Reader

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:\S+")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@pytest.fixture(scope="module")
def feeds(site):
    """Each version with its feed's root element."""
    return [
        (version, ElementTree.fromstring((site.folder / site.address(version, "/feed.xml")[1:]).read_bytes()))
        for version in site.versions
    ]


def only(element, name):
    (found,) = element.findall(f"{ATOM}{name}")
    return found


def links(element, relation):
    return [link.get("href") for link in element.findall(f"{ATOM}link") if link.get("rel") == relation]


def test_a_feed_has_what_atom_requires(site, feeds):
    for version, root in feeds:
        assert root.tag == f"{ATOM}feed"
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == version.lang
        for element in (root, *root.findall(f"{ATOM}entry")):
            assert TAG.fullmatch(only(element, "id").text)
            assert only(element, "title").text.strip()
            assert INSTANT.fullmatch(only(element, "updated").text)
        assert only(only(root, "author"), "name").text.strip()
        base = site.content.site.address.rstrip("/")
        assert links(root, "self") == [base + site.address(version, "/feed.xml")]
        assert links(root, "alternate") == [base + site.address(version, "/changes/")]


def test_each_change_is_an_entry_with_its_day_its_words_and_its_links(site, feeds):
    changes = sorted(site.content.changes.changes, key=lambda change: change.date, reverse=True)
    assert changes
    base = site.content.site.address
    for version, root in feeds:
        entries = root.findall(f"{ATOM}entry")
        assert [only(entry, "updated").text[:10] for entry in entries] == [str(change.date) for change in changes]
        assert only(root, "updated").text == only(entries[0], "updated").text
        page = site.at(version, "/changes/")
        for change, entry in zip(changes, entries, strict=True):
            (lasting,) = links(entry, "alternate")
            assert lasting == base + site.address(version, f"/changes/#{change.id}")[1:]
            (section,) = (e for e in page.elements("section") if e.get("id") == change.id)
            content = only(entry, "content")
            assert content.get("type") == "html"
            said = re.sub(r"<[^>]+>", "", content.text)
            assert said and said in "".join(words(section)).replace("&", "&amp;")
            shown = {page.target(a.get("href")).removeprefix("http://site") for a in section.iter("a")}
            assert {"/" + link.removeprefix(base) for link in links(entry, "related")} <= shown
            assert len(links(entry, "related")) == len(change.about)


def test_every_link_of_a_feed_leads_to_a_page_of_the_site(site, feeds):
    base = site.content.site.address
    for _, root in feeds:
        found = [link.get("href") for link in root.iter(f"{ATOM}link")]
        for content in root.iter(f"{ATOM}content"):
            found += re.findall(r'href="([^"]*)"', content.text)
        for link in found:
            assert urlsplit(link).scheme, link
            if link.startswith(base):
                assert permalink.file_of("/" + link.removeprefix(base).partition("#")[0]) in site.files, link


def test_no_two_entries_have_one_title_and_each_begins_with_what_changed(site, feeds):
    for version, root in feeds:
        titles = [only(entry, "title").text for entry in root.findall(f"{ATOM}entry")]
        assert len(set(titles)) == len(titles)
        for title, change in zip(titles, site.content.changes.changes, strict=True):
            text = plain_text(Reader(site.content, version, "/").rich(change.text))
            said, _, about = title.rpartition(" – ")
            assert said and " ".join(text.split()).startswith(said), title
            assert link_name(Reader(site.content, version, "/"), permalink.subject_page(change.about[0])) in about


def test_programs_that_sort_by_time_keep_the_order_of_the_page(feeds):
    for _, root in feeds:
        times = [only(entry, "updated").text for entry in root.findall(f"{ATOM}entry")]
        assert len(set(times)) == len(times)
        assert times == sorted(times, reverse=True)


def test_an_entry_s_time_stays_when_another_of_its_day_comes(site):
    content = site.content
    (newest, *_) = content.changes.changes
    added = newest.model_copy(update={"id": "later"})
    more = content.changes.model_copy(update={"changes": [added, *content.changes.changes]})

    def times(content):
        (root, *_) = (ElementTree.fromstring(data) for _, data in feed.files(Site(content), content.site.address))
        return [(only(e, "id").text, only(e, "updated").text) for e in root.findall(f"{ATOM}entry")]

    assert times(replace(content, changes=more))[1:] == times(content)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Seventh reading. More was said.", "Seventh reading"),
        ("Прво издање од 12. априла 2016. и још. Уз њих појмовник.", "Прво издање од 12. априла 2016. и још"),
        ("Исправљен је члан 505. ЗКП и превод. Друго.", "Исправљен је члан 505. ЗКП и превод"),
        ("Р. Шабић је рекао „да.” Затим друго.", "Р. Шабић је рекао „да.”"),
        ("Was it wrong? “Yes.” It was.", "Was it wrong?"),
        ("One line\nwithout an end", "One line without an end"),
        ("One sentence.", "One sentence"),
    ],
)
def test_the_first_sentence_of_a_change(text, first):
    assert feed.first_sentence(text) == first


def test_ids_are_unique_in_all_feeds(feeds):
    ids = [only(element, "id").text for _, root in feeds for element in (root, *root.findall(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids))


def test_ids_stay_wherever_a_copy_is_built_and_whatever_is_added(site):
    """A reader's program would show everything again as new."""

    def ids(content, address):
        roots = [ElementTree.fromstring(data) for _, data in feed.files(Site(content), address)]
        return {only(e, "id").text for root in roots for e in (root, *root.findall(f"{ATOM}entry"))}

    content = site.content
    before = ids(content, content.site.address)
    assert ids(content, "https://copy.example/folder/") == before
    (newest, *_) = content.changes.changes
    added = newest.model_copy(update={"id": "later", "date": newest.date.replace(year=newest.date.year + 1)})
    more = content.changes.model_copy(update={"changes": [added, *content.changes.changes]})
    after = ids(replace(content, changes=more), content.site.address)
    assert before < after
    assert len(after - before) == len(content.site.versions)


def test_without_a_change_there_is_no_feed(site):
    none = site.content.changes.model_copy(update={"changes": []})
    assert list(feed.files(Site(replace(site.content, changes=none)), site.content.site.address)) == []


def test_links_in_an_entry_work_outside_the_site():
    html = '<a href="../law/x/1/#p1">1</a> <a href="https://a.example/?b=1&amp;c=2">2</a>'
    assert feed.absolute_links(html, "https://s.example/en/") == (
        '<a href="https://s.example/law/x/1/#p1">1</a> <a href="https://a.example/?b=1&amp;c=2">2</a>'
    )


def test_the_name_of_a_host_in_another_script_stands_in_ascii():
    assert feed.tag("https://пример.срб/", date(2026, 1, 2), "x") == "tag:xn--e1afmkfd.xn--90a3ac,2026-01-02:x"


def test_each_page_names_its_versions_feed(site):
    for version in site.versions:
        for address in site.page_addresses:
            page = site.at(version, address)
            (link,) = (e for e in page.elements("link") if e.get("type") == "application/atom+xml")
            assert link.get("rel") == "alternate" and link.get("title")
            assert page.target(link.get("href")) == f"http://site{site.address(version, '/feed.xml')}"
