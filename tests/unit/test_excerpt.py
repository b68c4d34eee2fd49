"""The words of a preview: shortened where it is seen, a penalty whole or not at all, a slip never without [sic]."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_site.view.excerpt import excerpt

ACT = "Ко податке неовлашћено прибави, саопшти другом или употреби у сврху за коју нису намењени,"
PENALTY = "казниће се затвором до три године."


def test_words_that_fit_stand_as_they_are():
    assert excerpt([("text", ACT), ("penalty", PENALTY)], 200) == f"{ACT} {PENALTY}"


def test_the_act_is_shortened_at_a_word_and_the_penalty_is_whole():
    said = excerpt([("text", ACT), ("item", "1) прво;"), ("penalty", PENALTY)], 100)
    assert said == f"Ко податке неовлашћено прибави, саопшти другом или употреби у […] {PENALTY}"


def test_where_there_is_no_room_for_both_nothing_is_said():
    assert excerpt([("text", ACT), ("penalty", PENALTY)], 70) is None


def test_words_without_a_penalty_end_with_the_sign_that_more_follow():
    assert excerpt([("text", ACT)], 40) == "Ко податке неовлашћено прибави […]"
    assert excerpt([("text", "једно"), ("gap", "[…]"), ("item", "2) " + "а" * 90)], 40) == "једно […] 2) […]"
    assert excerpt([("text", "једно"), ("gap", "[…]"), ("item", "а" * 90)], 40) == "једно […]"


def test_a_slip_has_its_sic_or_is_not_there():
    words = "учини исто тако тешко или теже кривичног дело и друго"
    assert excerpt([("text", words)], 200, ["теже кривичног дело"]) == words.replace("дело", "дело [sic]")
    for longest in range(20, 60):
        said = excerpt([("text", words)], longest, ["теже кривичног дело"])
        assert ("теже" in said) == ("дело [sic]" in said), said


@given(st.lists(st.tuples(st.sampled_from(["text", "item"]), st.text("аб .,", min_size=1, max_size=300)), max_size=4),
       st.text("вг", min_size=1, max_size=300), st.integers(60, 300))  # fmt: skip
def test_no_excerpt_is_longer_than_its_room_or_cuts_a_penalty(act, penalty, longest):
    said = excerpt([*act, ("penalty", penalty)], longest)
    assert said is None or (len(said) <= longest and said.endswith(penalty))


@pytest.mark.parametrize("longest", [60, 200])
def test_a_penalty_alone_is_whole(longest):
    assert excerpt([("penalty", PENALTY)], longest) == PENALTY
