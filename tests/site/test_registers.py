"""The registers in our own words say that they are no text of law, before their first entry and on each."""

import pytest

from conftest import words
from legal_site.view.reader import Reader

OURS = {"/glossary/": "plain_note", "/timeline/": "elements_note", "/authorities/": "elements_note"}
"""By page the text of the interface that says whose the words are."""


@pytest.mark.parametrize("address", OURS)
def test_a_register_of_ours_says_so_at_its_top(site, address):
    for version in site.versions:
        page = site.at(version, address)
        (main,) = page.elements("main")
        said = Reader(site.content, version, "/").ui(OURS[address])
        before = words(main).partition(words(next(main.iter("section"))))[0]
        assert said in before, page.path


@pytest.mark.parametrize("address", OURS)
def test_each_entry_of_ours_is_marked(site, address):
    for version in site.versions:
        entries = [e for e in site.at(version, address).elements("section") if e.get("class") == "entry"]
        assert entries
        assert {entry.get("data-provenance") for entry in entries} == {"editorial"}
