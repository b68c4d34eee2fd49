"""Every query of `cases/search.yml`, typed on the page of the search: whether it leads where its reader wanted."""

import unicodedata
from collections import Counter
from urllib.parse import urlsplit

import pytest

from conftest import ROOT
from legal_site.decode import decode
from legal_site.load import load
from legal_site.model.law import Paragraph
from legal_site.model.search import SearchCase
from legal_site.relations import paragraph_of
from legal_site.script import to_latin
from legal_site.view.quote import full_citation
from legal_site.view.reader import Reader
from recall import figures, table

# The page answers at once, so that nobody need wait for a picture of each of hundreds of answers.
TYPE = """queries => {
  const field = document.querySelector("[data-search-form] input");
  const list = document.querySelector("[data-search-results]");
  return queries.map(query => {
    field.value = query;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    if (list.dataset.query !== query) throw new Error(`no answer to ${query}`);
    return [...list.querySelectorAll("a[data-hit]")].map(hit => hit.href);
  });
}"""
READY = "() => document.querySelector('[data-search-results]').dataset.query === ''"


@pytest.fixture(scope="module")
def cases():
    return decode(load(ROOT / "content_data")).models["cases/search"]


@pytest.fixture(scope="module")
def queries(cases):
    return cases.queries


@pytest.fixture(scope="module")
def ask(visits, site):
    """`ask(locale, queries)`: for each the addresses of the hits in order, without the version's prefix."""
    versions = {version.locale: version for version in site.versions}
    with visits() as visit:
        shown = []

        def ask(locale, queries):
            if shown != [locale]:
                visit.open(site.address(versions[locale], "/search/"))
                visit.page.get_by_role("searchbox").focus()
                visit.page.wait_for_function(READY)
                shown[:] = [locale]
            return [[address(locale, href) for href in hits] for hits in visit.page.evaluate(TYPE, queries)]

        def address(locale, href):
            prefix = site.address(versions[locale], "/").rstrip("/")
            part = urlsplit(href)
            return part._replace(scheme="", netloc="", path=part.path.removeprefix(prefix)).geturl()

        yield ask


@pytest.fixture(scope="module")
def answered(ask):
    """`answered(queries)`: each with its hits, in the same order. They are asked by version, each on one page."""

    def answered(queries):
        hits = {}
        for locale in {query.version: None for query in queries}:
            own = [query.query for query in queries if query.version == locale]
            hits |= zip(((locale, query) for query in own), ask(locale, own), strict=True)
        return [(query, hits[query.version, query.query]) for query in queries]

    return answered


def test_there_are_queries_enough_in_every_form_and_version(cases, site):
    queries, held_out = cases.queries, cases.held_out
    assert len(queries) >= 120
    assert {query.version for query in queries} == {version.locale for version in site.versions}
    assert min(Counter(query.form for query in queries).values()) >= 6
    every = [(query.version, query.query) for query in (*queries, *held_out)]
    assert len(set(every)) == len(every)
    assert len(held_out) >= 40
    assert {query.form for query in held_out} == {query.form for query in queries}
    assert {query.version for query in held_out} == {query.version for query in queries}


def test_readers_get_where_they_wanted_to_go(queries, answered, record_property):
    found = figures(answered(queries))
    record_property("figures", list(table("search", {"": found})))
    assert found["all"].first >= 0.90
    assert found["all"].third >= 0.98
    floors = {group: 0.90 if group.startswith("in ") else 0.85 for group in found}
    assert {group: own.first for group, own in found.items() if own.first < floors[group]} == {}


def test_readers_whose_queries_nobody_has_seen_get_there_too(cases, answered, record_property):
    """Everyday questions are the hardest, since nobody foresees all words: they are printed, and held to no floor."""
    given = answered(cases.held_out)
    record_property("figures", list(table("search, held out", {"": figures(given)})))
    foreseeable = figures((query, hits) for query, hits in given if query.form != "lay")
    assert foreseeable["all"].first >= 0.90
    assert foreseeable["all"].third >= 0.97


def test_the_lawyers_cases_are_near_what_they_are_called(site, answered, record_property):
    """Titles that were written for the guides, and never for a search: a fourth of them, typed as they stand.

    Each has one outcome among forty that are alike, so that the floor is low. It falls when everyday words are lost.
    """
    cases = [
        (f"/guide/{name}/#{case.outcome}", case.title) for name, own in site.content.cases.items() for case in own.cases
    ]
    queries = [
        SearchCase(query=title[locale], version=locale, form="case", hits=[address])
        for locale in site.content.written_locales
        for address, title in cases[::4]
    ]
    found = figures(answered(queries))
    record_property("figures", list(table("titles of cases", {"": found})))
    assert found["all"].third >= 0.2


def test_three_ways_of_writing_give_the_same_list(queries, ask, site):
    default = site.versions[0].locale
    cyrillic = [query.query for query in queries if query.version == default and query.form in ("cyrillic", "lay")]
    for query in cyrillic:
        listed = dict(zip(ways(query), ask(default, ways(query)), strict=True))
        assert listed[query]
        assert [way for way, hits in listed.items() if hits != listed[query]] == []


def test_each_citation_that_is_copied_leads_back_to_its_paragraph(site, ask):
    """With the country's name behind it where the law is read in another language."""
    paragraphs = [
        paragraph_of(law.id, article, part)
        for law in site.content.laws.values()
        for article in law.articles.values()
        for part in article.paragraphs
        if isinstance(part, Paragraph)
    ]
    for version in site.versions:
        reader = Reader(site.content, version, "/search/")
        citations = [full_citation(reader, paragraph) for paragraph in paragraphs]
        assert ask(version.locale, citations) == [[paragraph.address] for paragraph in paragraphs]


def ways(query):
    """A query in Cyrillic, and five other ways of writing it."""
    latin = to_latin(query)
    bare = "".join(each for each in unicodedata.normalize("NFD", latin) if not unicodedata.combining(each))
    return [query, latin, bare.replace("đ", "dj"), bare.replace("đ", "d"), query.upper(), f"„{query}”"]
