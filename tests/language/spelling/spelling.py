"""Which words of the texts neither a dictionary nor our list has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from language.passages import Passage
from language.spelling.hunspell import PACKAGES, unknown
from language.spelling.words import in_latin, words_of

WordLists = Mapping[str, Set[str]]
"""The listed words of each language."""


def misspelt(passages: Iterable[Passage], lists: WordLists) -> list[str]:
    """Each unknown word once, with the first place where it stands. Raises NotInstalled without hunspell.

    Serbian words are asked for in Latin letters too, as the program writes them, so that a letter which it gets wrong
    is seen. A language that no dictionary is known for is a complaint of its own.
    """
    first = _first_places(passages)
    complaints = []
    for language, places in first.items():
        if language not in PACKAGES:
            complaints.append(f"no dictionary is known for the language {language}: add one in hunspell.py")
            continue
        for word in sorted(unknown(places, language) - _listed(language, lists)):
            complaints.append(f"{places[word].line_of(word)}: {word} is not in the dictionary ({language})")
    serbian = first.get("sr", {}).keys() - lists["sr"]
    latin = unknown(in_latin(serbian), "sr-Latn") - in_latin(unknown(serbian, "sr"))
    return complaints + [f"{word} is not in the dictionary, though its Cyrillic form is" for word in sorted(latin)]


def needless(passages: Iterable[Passage], lists: WordLists) -> list[str]:
    """The listed words that stand in no text any more."""
    first = _first_places(passages)
    used = {"sr": first.get("sr", {}).keys(), "en": first.get("en", {}).keys()}
    return [f"{word} ({name})" for name, words in lists.items() for word in sorted(words - used[name])]


def _listed(language: str, lists: WordLists) -> Set[str]:
    return in_latin(lists["sr"]) if language == "sr-Latn" else lists[language]


def _first_places(passages: Iterable[Passage]) -> dict[str, dict[str, Passage]]:
    first: dict[str, dict[str, Passage]] = {}
    for passage in passages:
        for language, word in words_of(passage.text):
            first.setdefault(language, {}).setdefault(word, passage)
    return first
