"""The index of the search: complete, leading where something stands, the same bytes each time."""

import json
import os
import subprocess
import sys
from itertools import accumulate

import pytest

from conftest import ROOT
from legal_site.exports import search
from legal_site.permalink import file_of, prefixed
from legal_site.site import Site
from legal_site.stemming import words_of
from legal_site.view.search_entry import WEIGHTS

DIGESTS = """
import sys
from hashlib import sha256
from pathlib import Path
from legal_site.build import build_content
from legal_site.exports import search
from legal_site.site import Site
for address, text in search.files(Site(build_content(Path(sys.argv[1]))), "https://example.org/"):
    print(address, sha256(text.encode()).hexdigest())
"""


def arguments(site, version, name):
    """What a file of the index calls its function with."""
    text = (site.folder / file_of(prefixed(f"/search/{name}", version_prefix(site, version)))).read_text("utf-8")
    assert text.startswith("legalSearch.") and text.endswith(");\n")
    return json.loads(f"[{text.partition('(')[2][:-3]}]")


def version_prefix(site, version):
    return "" if version is site.versions[0] else version.locale


def found(site, version):
    """The addresses of the entries in order, with the names of their kinds."""
    (index,) = arguments(site, version, "index.js")
    return [
        (f"/{address}#{anchor}" if anchor else f"/{address}", index["kinds"][kind][0])
        for address, _, entries in index["groups"]
        for anchor, kind, _ in entries
    ]


def test_it_is_the_same_whatever_the_order_of_sets(site):
    folder = site.docs.parent / "content_data"
    made = {
        subprocess.check_output(
            [sys.executable, "-c", DIGESTS, str(folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_each_entry_leads_to_what_stands_on_its_page_once(site):
    for version in site.versions:
        addresses = [address for address, _ in found(site, version)]
        assert len(set(addresses)) == len(addresses)
        parts = [address.partition("#") for address in addresses]
        missing = [(page, anchor) for page, _, anchor in parts if anchor and anchor not in site.at(version, page).ids]
        assert missing == []


def test_every_guide_statement_paragraph_item_question_term_and_section_is_found(site):
    content = site.content
    nodes = {
        f"/guide/{name}/#{node.id}"
        for name, flow in content.flows.items()
        for node in (*flow.questions, *flow.outcomes)
    }
    terms = {f"/glossary/#{term.id}" for term in content.glossary.terms}
    pages = {*(f"/law/{law.id}/{number}/" for law in content.laws.values() for number in law.articles)}
    pages |= {f"/statement/{name}/" for name in content.statements}
    whole = {f"/guide/{name}/" for name in content.flows} | {f"/statement/{name}/" for name in content.statements}
    marks = {address for address in Site(content).addresses if "#" in address and address.partition("#")[0] in pages}
    for version in site.versions:
        addresses = {address for address, _ in found(site, version)}
        assert nodes | terms | marks | whole <= addresses
        for page in site.prose_addresses:
            ids = {e.attrib["id"] for e in site.at(version, page).elements("h1", "h2", "h3") if "id" in e.attrib}
            assert {f"{page}#{anchor}" for anchor in ids} <= addresses


def test_the_texts_stand_in_the_order_of_the_entries(site):
    for version in site.versions:
        (index,) = arguments(site, version, "index.js")
        texts = []
        for number, count in enumerate(index["chunks"]):
            place, own = arguments(site, version, f"text-{number}.js")
            assert (place, len(own)) == (number, count)
            texts += own
        assert len(texts) == len(found(site, version)) == len(index["lengths"])
        stemmer = site.content.stemmers[site.locale(version)]
        field = index["fields"].index("text")
        assert [lengths[field] for lengths in index["lengths"]] == [len(set(stemmer.terms(text))) for text in texts]


def test_each_word_stands_where_its_postings_say(site):
    """Read as `exports/search.py` describes them, not as the browser does."""
    version = site.versions[0]
    (index,) = arguments(site, version, "index.js")
    texts = [
        text for number in range(len(index["chunks"])) for text in arguments(site, version, f"text-{number}.js")[1]
    ]
    stemmer = site.content.stemmers[site.locale(version)]
    for term, row in zip(index["terms"].split(" "), index["postings"].split(" "), strict=True):
        steps = [int(value) for value in row.split(",") if not value.startswith("-")]
        count, text = len(index["fields"]), index["fields"].index("text")
        entries = accumulate(value // count for value in steps)
        in_text = {entry for entry, value in zip(entries, steps, strict=True) if value % count == text}
        assert all(term in {stemmer.stem(word) for word in words_of(texts[entry])} for entry in in_text)


def test_what_readers_ask_leads_to_an_entry(site):
    """Addresses of prose are not known to the check of the content; here they are."""
    for version in site.versions:
        assert site.content.search.asked.keys() <= {address for address, _ in found(site, version)}


@pytest.mark.parametrize("kind", sorted(WEIGHTS))
def test_weights_are_of_kinds_that_there_are(real_site, kind):
    kinds = {kind for version in real_site.versions for _, kind in found(real_site, version)}
    assert kind in kinds


def test_nothing_but_the_search_asks_for_it(site):
    """Its files are listed nowhere: they mean nothing to anybody but its scripts."""
    listed = {address for address, _ in search.files(Site(site.content), "https://example.org/")}
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert not [address for address in listed if address in sitemap]
