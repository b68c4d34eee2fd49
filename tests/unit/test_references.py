"""References in running text: each form, and what only looks like one."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legal_site.permalink import Provision
from legal_site.references import Names, mentions, references

FORMS = yaml.load(Path(__file__).with_name("references.yml").read_text("utf-8"), yaml.CSafeLoader)
HERE = Provision.parse("zis/9/p4")
NAMES = {"sr": Names("zis", {"Закона о мостовима": "zm"}), "en": Names("zis", {"Law on Bridges": "zm"})}


def found(text, style, here=HERE):
    return [(text[each.start : each.end], str(each.provision)) for each in references(text, style, here, NAMES[style])]


@pytest.mark.parametrize(
    ("style", "form"),
    [pytest.param(style, form, id=f"{style}: {name}") for style, rows in FORMS.items() for name, form in rows.items()],
)
def test_form(style, form):
    expected = form["found"]
    rows = expected.items() if isinstance(expected, dict) else map(tuple, expected)
    here = Provision.parse(form.get("here", str(HERE)))
    assert found(form["text"], style, here) == [(words, provision) for words, provision in rows]


def test_the_name_of_a_law_that_is_not_here_is_told():
    text = "из чл. 12. и 14. став 2. Закона о рударству („Гласник”), става 3. овог члана и члана 7. Закона о мостовима"
    told = [
        (each.article, each.paragraph, each.law, each.law_words) for each in mentions(text, "sr", HERE, NAMES["sr"])
    ]
    assert told == [
        ("12", None, None, "Закона о рударству"),
        ("14", "2", None, "Закона о рударству"),
        ("9", "3", "zis", ""),
        ("7", None, "zm", "Закона о мостовима"),
    ]


@st.composite
def rows(draw):
    """A row of articles with their paragraphs, and how a law writes it."""
    numbers = sorted(draw(st.sets(st.integers(1, 450), min_size=2, max_size=6)))
    expected, written = [], []
    for number in numbers:
        paragraphs = sorted(draw(st.sets(st.integers(1, 12), max_size=4)))
        expected += [f"zis/{number}/p{paragraph}" for paragraph in paragraphs] or [f"zis/{number}"]
        word = "став" if len(paragraphs) == 1 else "ст."
        written.append(f"{number}. {word} {listed(paragraphs)}" if paragraphs else f"{number}.")
    return f"из чл. {listed(written)} овог законика", expected


def listed(parts):
    """Joined as laws do: a dot before „и” and at the end, none before a comma."""
    parts = [str(part).removesuffix(".") for part in parts]
    return f"{', '.join(parts[:-1])}. и {parts[-1]}." if len(parts) > 1 else f"{parts[0]}."


@given(rows())
def test_a_row_is_read_as_it_was_written(row):
    text, expected = row
    assert [provision for _, provision in found(text, "sr")] == expected


PIECES = ["члан", "чл.", "став", "ст.", "тачка", "тач.", "1)", "2.", "3", "24а", "до", "и", ",", "(", ")", "–", "овог"]
PIECES += ["члана", "закона", "Article", "paragraphs", "item", "(1)", "and", "of", "this", "the", "Law"]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_text_breaks_the_reading(words):
    text = " ".join(words)
    for style in NAMES:
        places = [(each.start, each.end) for each in mentions(text, style, HERE, NAMES[style])]
        assert all(start < end for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places)), "in order, apart"
