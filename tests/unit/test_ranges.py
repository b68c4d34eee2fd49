"""Ranges of numbers as a law declares them: what lies between is known to be left out."""

import pytest

from legal_site.permalink import number_in_address
from legal_site.ranges import ALPHABETS, expand, order_of


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
