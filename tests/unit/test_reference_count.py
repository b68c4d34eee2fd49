"""The measure of references over a whole law: it counts without the parser, and notices what the parser gets wrong."""

import json
from dataclasses import replace

import pytest

from bench import references
from bench.references import Names, count, mentions, read_law

LAW = [
    {
        "article": "1",
        "title": "Члан 1. Прво",
        "blocks": ["(1) Ко учини.", "(2) Ко учини дело из става 1. овог члана.", "1) прво;", "*Гласник, члан 5"],
    },
    {
        "article": "2",
        "title": "Члан 2. Друго",
        "blocks": [
            "(3) Дело из члана 1. ст. 1. и 2. овог законика и став 2. тачка 1) овог члана.",
            "Дело из члана 9. Закона о рударству, чл. 8. и 9. Царинског закона.",
            "Члан 3.",
            "(1) Дело из члана 2. став 7. овог законика до 30 дана.",
        ],
    },
]


def result(part=0):
    counted = count(*read_law(LAW))[part]
    words = [each.block.words[each.start : each.end] for each in counted]
    return dict(zip(words, [(each.mention is not None, each.resolved) for each in counted], strict=True))


def test_every_word_with_a_number_is_counted():
    assert result() == {
        "става 1": (True, True),
        "члана 1": (True, True),
        "ст. 1": (True, True),
        "став 2": (True, False),  # for its item's sake
        "тачка 1": (True, False),  # the paragraph has no items
        "члана 9": (True, True),  # another law, which is named
        "чл. 8": (True, True),
        "члана 2": (True, False),
        "став 7": (True, False),  # there are three
    }
    assert result(1) == {"2": (True, True), "9": (True, True)}


def test_a_paragraph_before_a_printed_one_exists_though_the_copy_has_lost_it():
    blocks, existing = read_law(LAW)
    assert existing.paragraphs == {"1": ["1", "2"], "2": ["3"], "3": ["1"]}
    assert existing.items == {("1", "2"): ["1"]}
    (mention,) = mentions("члана 2. став 2. овог законика", "sr", blocks[0].here, Names("corpus", {}))
    assert existing.holds(mention)
    assert not existing.holds(mention, gaps=False)
    assert not existing.holds(replace(mention, paragraph="4"))


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        (lambda found: [replace(each, paragraph="8") if each.paragraph == "1" else each for each in found], "ст. 1"),
        (lambda found: [replace(each, article="2") if each.article == "1" else each for each in found], "ст. 1"),
        (lambda found: [replace(each, end=each.end - 3) for each in found], "члана 9"),
        (lambda found: [each for each in found if each.law], "члана 9"),
        (lambda found: [], "става 1"),
    ],
    ids=["wrong paragraph", "wrong article", "too short", "no other law", "nothing"],
)
def test_a_parser_that_is_wrong_is_noticed(monkeypatch, spoilt, words):
    monkeypatch.setattr(references, "mentions", lambda *arguments: spoilt(mentions(*arguments)))
    assert result()[words] == (False, False)


def test_a_link_into_this_law_is_wrong_where_another_is_named(monkeypatch):
    def all_of_this_law(*arguments):
        return [replace(each, law="corpus", article="1") for each in mentions(*arguments)]

    monkeypatch.setattr(references, "mentions", all_of_this_law)
    assert result()["члана 1"] == (True, True)
    assert result()["члана 9"][1] is False


def test_what_is_not_resolved_is_listed(tmp_path, capsys):
    path = tmp_path / "law.json"
    path.write_text(json.dumps({"articles": LAW}), "utf-8")
    references.measure(path)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[-1] == "9"
    assert [line.split(":")[0].strip() for line in lines if "not " in line] == ["not resolved"] * 4
