"""Every word of our texts, and of the laws and statements beside them, is in a dictionary or on a list.

It needs hunspell with its Serbian and British dictionaries, which are no Python packages; so it is not run by
`make test`, but by `make proof` and wherever `pytest tests/language/spelling` is called. Without them it fails.
"""

from pathlib import Path

import pytest

from language.passages import Passage
from language.spelling import hunspell
from language.spelling.spelling import misspelt, needless
from language.spelling.words import listed, words_of
from legal_site.problems import Place

FOLDER = Path(__file__).parent
LISTS = {language: listed(FOLDER / f"words.{language}.txt") for language in ("sr", "en")}
SLIPS = listed(FOLDER / "slips.txt")
WITH_SLIPS = {**LISTS, "sr": LISTS["sr"] | SLIPS}


def test_our_words_are_spelt_right(texts: list[Passage]) -> None:
    assert misspelt((passage for passage in texts if passage.ours), LISTS) == []


def test_the_words_of_laws_and_statements_are_spelt_right_or_known_slips(texts: list[Passage]) -> None:
    """A letter that was lost in copying is seen; what the source itself has wrong stays and is listed."""
    assert misspelt((passage for passage in texts if not passage.ours), WITH_SLIPS) == []


def test_no_word_is_listed_in_vain(texts: list[Passage]) -> None:
    assert needless(texts, WITH_SLIPS) == []


def test_no_slip_stands_in_a_text_of_ours(texts: list[Passage]) -> None:
    ours = {word for passage in texts if passage.ours for _, word in words_of(passage.text)}
    assert not SLIPS & ours


def passage(text: str) -> Passage:
    return Passage(text, "sr", True, Place("page.md", 7, 1), f"Први ред\n{text}")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Податак је неовлашћнео дат.", "page.md:8: неовлашћнео is not in the dictionary (sr)"),
        ("The data were colected.", "page.md:8: colected is not in the dictionary (en)"),
        ("The color of a link.", "page.md:8: color is not in the dictionary (en)"),
        ("The law says *na osnovu zakkona*{lang=sr-Latn}.", "page.md:8: zakkona is not in the dictionary (sr-Latn)"),
        ("The word *слово*{lang=ru}.", "no dictionary is known for the language ru: add one in hunspell.py"),
    ],
)
def test_a_misspelt_word_is_named_with_its_line(text: str, complaint: str) -> None:
    assert misspelt([passage(text)], {"sr": set(), "en": set()}) == [complaint]


def test_a_listed_word_passes() -> None:
    text = "ЗКП важи и овде, *ZKP*{lang=sr-Latn}."
    assert misspelt([passage(text)], {"sr": {"ЗКП"}, "en": set()}) == []


def test_a_word_that_stands_nowhere_is_listed_in_vain() -> None:
    assert needless([passage("Закон.")], {"sr": {"Закон", "ЗКП"}, "en": set()}) == ["ЗКП (sr)"]


def test_the_latin_letters_that_the_program_writes_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("language.spelling.spelling.in_latin", lambda words: {word + "x" for word in words})
    found = misspelt([passage("Закон.")], {"sr": set(), "en": set()})
    assert found == ["Законx is not in the dictionary, though its Cyrillic form is"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Члан 24а, [[kz/146/p3]] и `code`.", ["Члан", "и"]),
        ("See [the page](/about/method/#four-kinds) or index.md.", ["See", "the", "page", "or"]),
        (
            "The prosecutor’s office, citizens’ data, don’t.",
            ["The", "prosecutor", "office", "citizens", "data", "don’t"],
        ),
        ("Пишите на some.one@example.org, {name}.", ["Пишите", "на"]),
        ("https://пример.срб/страница каже", ["каже"]),
    ],
)
def test_only_words_are_looked_up(text: str, words: list[str]) -> None:
    assert [word for _, word in words_of(text)] == words


def test_without_hunspell_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(hunspell.NotInstalled, match="apt-get install hunspell hunspell-en-gb hunspell-sr"):
        hunspell.unknown(["word"], "en")


def test_without_a_dictionary_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(hunspell._DICTIONARIES, "en", "xx_XX")
    with pytest.raises(hunspell.NotInstalled, match="apt-get install hunspell-en-gb"):
        hunspell.unknown(["word"], "en")
