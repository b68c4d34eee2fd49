"""The words of a preview: shortened where it is seen, a penalty whole or not at all, a slip never without [sic]."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_site.slips import marked
from legal_site.view.excerpt import Said, excerpt

ACT = "Ко податке неовлашћено прибави, саопшти другом или употреби у сврху за коју нису намењени,"
PENALTY = "казниће се затвором до три године."


def test_words_that_fit_stand_as_they_are():
    assert excerpt([Said("text", ACT), Said("penalty", PENALTY)], 200) == f"{ACT} {PENALTY}"


def test_the_act_is_shortened_at_a_word_and_the_penalty_is_whole():
    said = excerpt([Said("text", ACT), Said("item", "1) прво;"), Said("penalty", PENALTY)], 100)
    assert said == f"Ко податке неовлашћено прибави, саопшти другом или употреби у […] {PENALTY}"


def test_where_there_is_no_room_for_both_nothing_is_said():
    assert excerpt([Said("text", ACT), Said("penalty", PENALTY)], 70) is None


def test_words_without_a_penalty_end_with_the_sign_that_more_follow():
    assert excerpt([Said("text", ACT)], 40) == "Ко податке неовлашћено прибави […]"
    assert (
        excerpt([Said("text", "једно"), Said("gap", "[…]"), Said("item", "2) " + "а" * 90)], 40) == "једно […] 2) […]"
    )
    assert excerpt([Said("text", "једно"), Said("gap", "[…]"), Said("item", "а" * 90)], 40) == "једно […]"


def test_a_slip_has_its_sic_or_is_not_there():
    words = "учини исто тако тешко или теже кривичног дело и друго"
    said = [Said("text", words, ("теже кривичног дело",))]
    assert excerpt(said, 200) == words.replace("дело", "дело [sic]")
    for longest in range(20, 60):
        short = excerpt(said, longest)
        assert ("теже" in short) == ("дело [sic]" in short), short


@pytest.mark.parametrize(
    ("words", "slips", "expected"),
    [
        ("је кажњив, а помагање кажњиво.", ["кажњив"], "је кажњив‿[sic], а помагање кажњиво."),
        ("некажњив", ["кажњив"], "некажњив"),
        ("у износу од од 100", ["од од"], "у износу од од‿[sic] 100"),
        ("за дело, теже дело", ["дело", "теже дело"], "за дело‿[sic], теже дело‿[sic]"),
        ("став 2,, и", [",,"], "став 2,,‿[sic] и"),
        ("134. ст 2. и 3", ["134. ст 2. и 3"], "134. ст 2. и 3‿[sic]"),
        ("све је добро", [], "све је добро"),
    ],
)
def test_a_slip_is_marked_as_whole_words_once(words, slips, expected):
    assert marked(words, slips).replace("\u00a0", "‿") == expected


@given(st.lists(st.tuples(st.sampled_from(["text", "item"]), st.text("аб .,", min_size=1, max_size=300)), max_size=4),
       st.text("вг", min_size=1, max_size=300), st.integers(60, 300))  # fmt: skip
def test_no_excerpt_is_longer_than_its_room_or_cuts_a_penalty(act, penalty, longest):
    said = excerpt([*(Said(kind, words) for kind, words in act), Said("penalty", penalty)], longest)
    assert said is None or (len(said) <= longest and said.endswith(penalty))


@pytest.mark.parametrize("longest", [60, 200])
def test_a_penalty_alone_is_whole(longest):
    assert excerpt([Said("penalty", PENALTY)], longest) == PENALTY
