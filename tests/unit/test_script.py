"""From Cyrillic to Latin: every letter and every case in which a letter must not be touched."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legal_site.script import SERBIAN_LETTERS, to_latin, to_latin_html

CASES = yaml.load(Path(__file__).with_name("script.yml").read_text("utf-8"), yaml.CSafeLoader)
LETTERS = "".join(sorted(SERBIAN_LETTERS))


def cases(name):
    return [pytest.param(case["from"], case["to"], id=title) for title, case in CASES[name].items()]


@pytest.mark.parametrize(("cyrillic", "latin"), cases("plain"))
def test_text(cyrillic, latin):
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(("cyrillic", "latin"), cases("html"))
def test_html(cyrillic, latin):
    assert to_latin_html(cyrillic) == latin


def test_there_are_thirty_letters():
    assert len(SERBIAN_LETTERS) == 30
    assert set(CASES["plain"]["every letter, small"]["from"]) == SERBIAN_LETTERS
    assert set(CASES["plain"]["every letter, capital"]["from"]) == {letter.upper() for letter in SERBIAN_LETTERS}


def test_the_mark_for_what_stays_is_the_sites_own():
    assert to_latin_html("на https://пример.срб/", "sr") == 'na <span lang="sr">https://пример.срб/</span>'


@given(st.text(LETTERS + LETTERS.upper() + " .-,1X"))
def test_no_serbian_letter_is_left(text):
    assert not set(to_latin(text)) & {*LETTERS, *LETTERS.upper()}


@given(st.text(LETTERS))
def test_capitals_become_capitals(word):
    """A word in capitals is the Latin word in capitals. One letter alone is an initial."""
    if len(word) > 1:
        assert to_latin(word.upper()) == to_latin(word).upper()
    assert to_latin(word.capitalize()) == to_latin(word).capitalize()


@given(st.text(LETTERS + LETTERS.upper() + " .,"))
def test_latin_text_stays_as_it_is(text):
    latin = to_latin(text)
    assert to_latin(latin) == latin


@given(st.text(LETTERS + LETTERS.upper() + " .,"))
def test_a_text_is_the_same_in_html(text):
    assert to_latin_html(text) == to_latin(text)
    assert to_latin_html(f"<p>{text}</p>") == f"<p>{to_latin(text)}</p>"
