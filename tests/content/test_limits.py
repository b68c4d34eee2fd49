"""The length of each time limit stands in the words of a provision that the limit names.

A second pair of eyes on `deadlines.yml`: a slip of the pen there is a day by which somebody would come too late.
"""

import re

import pytest

from conftest import ROOT
from legal_site.build import build_content
from legal_site.official import official_texts

NUMBERS = {1: "једн(?:а|е|у)", 2: "две", 3: "три", 6: "шест", 8: "осам"}
UNITS = {"days": "дана", "months": "месец[аи]", "years": "годин[ауе]"}
DOUBLED = re.compile("двоструко|два пута онолико")
"""Limitation comes at the latest after twice the time that the law sets elsewhere."""


@pytest.fixture(scope="module")
def content():
    return build_content(ROOT / "content_data")


@pytest.fixture(scope="module")
def said(content):
    """The words of the law in force, by provision."""
    return {
        f"{text.subject}/{text.anchor}": " ".join(words for _, words in text.words)
        for text in official_texts(content)
        if text.locale == "sr" and text.loc[:1] != ("earlier_wordings",)
    }


def length(limit):
    """Number and unit."""
    ((number, unit),) = ((getattr(limit, unit), unit) for unit in UNITS if getattr(limit, unit) is not None)
    return number, unit


def stands(number, unit, words):
    spelt = rf"(?:{number}|{NUMBERS[number]})" if number in NUMBERS else str(number)
    years = "|годин[ауе] дана" if (number, unit) == (1, "years") else ""
    return re.search(rf"(?<!\w)(?:{spelt} {UNITS[unit]}{years})(?!\w)", words) is not None


def confirmed(limit, said):
    """Whether a provision says the length itself, or one says half of it and another that it doubles."""
    number, unit = length(limit)
    named = [said[provision] for provision in limit.provisions]
    if any(stands(number, unit, words) for words in named):
        return True
    doubled = number % 2 == 0 and any(DOUBLED.search(words) for words in named)
    return doubled and any(stands(number // 2, unit, words) for words in named)


def test_the_law_says_how_long_each_limit_is(content, said):
    assert [limit.id for limit in content.deadlines.deadlines if not confirmed(limit, said)] == []


def test_a_slip_of_the_pen_would_be_seen(content, said):
    unnoticed = []
    for limit in content.deadlines.deadlines:
        number, unit = length(limit)
        wrong = [limit.model_copy(update={unit: other}) for other in (number + 1, number * 10)]
        wrong += [limit.model_copy(update={unit: None, other: number}) for other in UNITS if other != unit]
        unnoticed += [f"{each.id}: {length(each)}" for each in wrong if confirmed(each, said)]
    assert unnoticed == []
