"""How the words of a picture are set: as large as they fit, broken and cut at words, nothing lost unseen."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_site.exports.picture_text import Block, broken, row_height, set_text, together

SIZES = range(50, 25, -2)
WIDTH, HEIGHT = 1000, 330


def measure(words, size):
    """Every letter is half as wide as it is high."""
    return len(words) * size / 2


def setting(*blocks):
    """The blocks as they are set. They never leave the picture."""
    done = set_text(blocks, WIDTH, HEIGHT, SIZES, measure)
    tops = [row.top for row in done.rows]
    assert all(below - top >= row_height(done.size) for top, below in pairwise(tops))
    assert tops[-1] + row_height(done.size) <= HEIGHT
    assert all(measure(row.words, done.size) <= WIDTH - row.block.indent for row in done.rows)
    return done


def shown(setting):
    return [row.words.replace("\u00a0", " ") for row in setting.rows]


def test_few_words_are_set_as_large_as_can_be_and_more_words_smaller():
    sizes = [setting(Block("text", "реч " * count)).size for count in (3, 60, 90)]
    assert sizes[0] == 50
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 3


def test_a_text_of_any_length_is_whole_or_ends_with_an_ellipsis_after_a_word():
    short, long = setting(Block("text", "једна реч, " * 40)), setting(Block("text", "једна реч, " * 400))
    assert not short.cut and " ".join(shown(short)) == ("једна реч, " * 40).strip()
    assert long.cut and long.size == SIZES[-1]
    assert re.fullmatch(r"(једна реч, )*једна( реч)?…", " ".join(shown(long)))
    for letters in range(1, 90):  # whatever room the last row leaves for the ellipsis
        assert shown(setting(Block("text", f"{'а' * letters} " * 2000)))[-1].endswith("…")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("из чл. 146. ст. 3. и 4. овог", ["чл. 146.", "ст. 3.", "и 4."]),
        ("iz člana 146. stav 3. tačka 2", ["člana 146.", "stav 3.", "tačka 2"]),
        ("of Article 146(3) and § 5", ["Article 146(3)"]),
        ("дело – и казна", ["дело –"]),
    ],
)
def test_no_row_ends_between_a_word_and_its_number(text, kept):
    for width in range(20, 900, 10):
        rows = [row.replace("\u00a0", " ") for row in broken(text, width, 20, measure)]
        for words in kept:
            if measure(words, 20) <= width:
                assert any(words in row for row in rows), (width, rows)


def test_a_cut_act_keeps_its_penalty():
    penalty = Block("penalty", "казниће се затвором до три године.", 28, kept=True)
    done = setting(Block("text", "ко учини " * 300), penalty)
    assert done.cut and shown(done)[-1] == penalty.words
    assert any(row.words.endswith("…") for row in done.rows if row.block.kind == "text")


def test_a_penalty_longer_than_the_picture_is_cut_too():
    done = setting(Block("text", "ко учини,"), Block("penalty", "казниће се " * 300, 28, kept=True))
    assert done.cut and shown(done)[-1].endswith("…")


def test_each_block_begins_a_row_and_stands_a_little_apart():
    done = setting(Block("text", "уводне речи:"), Block("item", "1) једно;", 28), Block("item", "2) друго.", 28))
    assert shown(done) == ["уводне речи:", "1) једно;", "2) друго."]
    assert {row.block.indent for row in done.rows} == {0, 28}
    assert all(below.top - row.top > done.row_height for row, below in pairwise(done.rows))


def test_a_word_wider_than_a_row_goes_on_in_the_next():
    address = "https://example.org/" + "a" * 300
    rows = list(broken(address, WIDTH, 40, measure))
    assert "".join(rows) == address
    assert all(measure(row, 40) <= WIDTH for row in rows)


WORDS = st.text("аб1 .,:-–\u00a0x\n(", min_size=1, max_size=1500).filter(str.strip)


@given(st.lists(st.builds(Block, st.sampled_from(["text", "item", "penalty"]), WORDS, st.sampled_from([0, 28]),
                          st.booleans()), min_size=1, max_size=5))  # fmt: skip
def test_no_row_ever_leaves_the_picture_and_no_word_is_made_up(blocks):
    done = setting(*blocks)
    if not done.cut:
        letters = "".join("".join(shown(done)).split())
        assert letters == "".join("".join(together(block.words) for block in blocks).split())
