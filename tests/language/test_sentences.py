"""No sentence of ours has more than 25 words, outside a list that gives the reasons."""

import shutil
from pathlib import Path

import pytest
import yaml

from bad_input.mistakes import VALID
from language.own_sentences import complaints, own_sentences, read_exceptions
from language.passages import Passage, passages
from language.sentences import count_words, split

EXCEPTIONS = Path(__file__).with_name("long_sentences.yml")
SPLITTING = yaml.safe_load(Path(__file__).with_name("splitting.yml").read_text("utf-8"))
LONG = " ".join(["Word", *["word"] * 25]) + "."


def test_no_sentence_of_ours_is_too_long(texts: list[Passage]) -> None:
    sentences = list(own_sentences(texts))
    assert {sentence.passage.locale for sentence in sentences} == {"sr", "en"}
    assert complaints(sentences, read_exceptions(EXCEPTIONS)) == []


def test_the_words_of_law_and_statement_are_not_ours(texts: list[Passage]) -> None:
    official = [passage.text for passage in texts if not passage.ours]
    assert any(text.startswith("Ко податке о личности који се прикупљају") for text in official)
    assert any(text.startswith("Whoever, without authorisation, obtains") for text in official)
    assert any("Повереник за информације од јавног значаја" in text for text in official)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented law with a page of prose."""
    shutil.copytree(VALID, tmp_path / "content_data")
    for locale in ("sr", "en"):
        (tmp_path / "docs" / locale).mkdir(parents=True)
    (tmp_path / "docs/en/page.md").write_text("---\ntitle: Page\n---\n# Page {#page}\n\nShort.\n", "utf-8")
    return tmp_path


def found(project: Path) -> list[str]:
    return complaints(own_sentences(passages(project / "content_data", project / "docs")), {})


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_long_sentence_of_the_content_is_named_with_its_line(project: Path) -> None:
    assert found(project) == []
    glossary = project / "content_data/glossary.yml"
    block = f"\n      sr: Нешто.\n      en: >-\n        Short.\n        {LONG}"
    spoil(glossary, " {sr: Нешто., en: Something.}", block)
    assert found(project) == [f"content_data/glossary.yml:8: 26 words where 25 are the most: {LONG}"]


def test_a_long_sentence_of_the_law_is_none_of_ours(project: Path) -> None:
    path = project / "content_data/laws/zr/articles/3a.yml"
    value = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    value["paragraphs"][0]["text"]["en"] = LONG
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    assert found(project) == []


@pytest.mark.parametrize("block", ["{long}", "- {long}", "## {long} {{#id}}", "1. Short. {long}", "> {long}"])
def test_a_long_sentence_of_the_prose_is_named_with_its_line(project: Path, block: str) -> None:
    spoil(project / "docs/en/page.md", "Short.", f"Short,\nin two lines.\n\n{block.format(long=LONG)}")
    assert found(project) == [f"docs/en/page.md:9: 26 words where 25 are the most: {LONG}"]


def test_a_title_of_the_prose_counts(project: Path) -> None:
    spoil(project / "docs/en/page.md", "title: Page", f"title: {LONG}")
    assert found(project) == [f"docs/en/page.md:2: 26 words where 25 are the most: {LONG}"]


def test_code_in_the_prose_is_no_sentence(project: Path) -> None:
    spoil(project / "docs/en/page.md", "Short.", f"```\n{LONG}\n```\n")
    assert found(project) == []


def test_each_cell_of_a_table_is_a_text_of_its_own(project: Path) -> None:
    cell = LONG.removesuffix(".")
    row = f"| A | B |\n|---|---|\n| {cell[:60]} | {cell[60:]} |\n"
    spoil(project / "docs/en/page.md", "Short.", f"{row}| Short. | {LONG} |\n\n| {LONG} | 1.2.3 |")
    assert found(project) == [f"docs/en/page.md:9: 26 words where 25 are the most: {LONG}"]


def test_an_exception_is_let_pass_until_it_is_gone(project: Path) -> None:
    spoil(project / "docs/en/page.md", "Short.", LONG)
    sentences = list(own_sentences(passages(project / "content_data", project / "docs")))
    assert complaints(sentences, {LONG: "a reason"}) == []
    gone = complaints(sentences, {LONG: "a reason", "Short.": "a reason"})
    assert gone == ["is no long sentence any more, take it off the list: Short."]


def test_an_exception_has_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "long_sentences.yml"
    path.write_text("- sentence: Long.\n  reason:\n", "utf-8")
    with pytest.raises(ValueError, match=r"long_sentences.yml: each entry has a sentence and a reason"):
        read_exceptions(path)


@pytest.mark.parametrize("text", SPLITTING["one"])
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("text", SPLITTING["several"])
def test_a_sentence_ends(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Три кратке речи.", 3),
        ("То каже [[kz/146/p3]] – и [[zkp/65/p2]].", 5),
        ("Read [the method page](/about/method/#four-kinds).", 4),
        ("The word *na osnovu*{lang=sr-Latn} is Serbian.", 6),
        ("Рок истиче {date} у {{ site.name }}.", 5),
        ("It is in `/data/law/kz.json` and 2016.", 6),
    ],
)
def test_words_are_counted_as_they_are_read(sentence: str, words: int) -> None:
    assert count_words(sentence) == words
