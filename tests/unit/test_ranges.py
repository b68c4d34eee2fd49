"""Ranges of numbers as a law declares them: what lies between is known to be left out."""

import pytest

from legal_site.permalink import number_in_address
from legal_site.ranges import ALPHABETS, comes_next, expand, next_letter, order_of


@pytest.mark.parametrize(
    ("declared", "numbers"),
    [
        ("4-6", ["4", "5", "6"]),
        ("3", ["3"]),
        ("21а", ["21a"]),
        ("а-г", ["a", "b", "v", "g"]),
        ("2а-2в", ["2a", "2b", "2v"]),
        ("a-d", ["a", "b", "c", "d"]),
    ],
)
def test_a_range_names_all_that_lies_in_it(declared, numbers):
    assert expand(declared) == numbers


def test_numbers_stand_in_the_order_of_the_laws_own_alphabet():
    """By their code points д stands before г's address and ђ after all others."""
    numbers = ["2", "24", *(f"24{letter}" for letter in "абвгдђеж"), "25", "112"]
    assert sorted(reversed(numbers), key=order_of) == numbers


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_no_two_letters_of_an_alphabet_have_one_address(alphabet):
    assert len({number_in_address(f"24{letter}") for letter in alphabet}) == len(alphabet)


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("", "а", True),
        ("а", "б", True),
        ("а", "в", False),
        ("b", "a", False),
        ("i", "l", True),
        ("i", "m", False),
        ("ab", "c", False),
        ("bis", "c", False),
        ("а", "b", False),
        ("", "bis", False),
    ],
)
def test_a_letter_follows_the_one_before_it_in_one_alphabet(before, after, follows):
    assert comes_next(before, after) == follows


@pytest.mark.parametrize(
    ("letter", "other", "after"),
    [("", "в", "а"), ("", "c", "a"), ("г", "е", "д"), ("y", "b", "z"), ("z", "b", None), ("bis", "b", None)],
)
def test_what_comes_after_a_letter_is_known_of_single_ones_alone(letter, other, after):
    assert next_letter(letter, other) == after
