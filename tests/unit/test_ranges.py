"""Ranges of numbers as a law declares them: what lies between is known to be left out."""

import pytest

from legal_site.ranges import expand


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
