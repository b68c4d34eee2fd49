"""The words of a text that a dictionary can be asked for, each with its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from pathlib import Path

from legal_site.script import to_latin

_FOREIGN = re.compile(r"\*([^*\n]+)\*\{lang=([\w-]+)\}")
_NO_WORDS = re.compile(
    r"\[\[[^\]\n]*\]\]"  # addresses of provisions
    r"|`[^`\n]*`"  # code
    r"|(?<=\])\([^)\s]*\)"  # targets of links
    r"|\{[^}\n]*\}"  # attribute lists, and names that are filled in
    r"|(?:https?://|mailto:)\S+|[\w.+-]+@[\w.-]+"
    r"|(?<![\w.])[a-z0-9-]*(?:\.[a-z0-9-]+)+(?!\w)"  # names of files and hosts
)
_WORD = re.compile(r"(?<![\w’'])[^\W\d_]+(?:[’'][^\W\d_]+)*(?!\w)")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """Language and word. Cyrillic ones are Serbian and others English, except where the text says what they are.

    So a name that a Serbian text keeps in Latin letters (JSON) is looked for in English.
    """
    for phrase, language in _FOREIGN.findall(text):
        for word in _WORD.findall(phrase):
            yield language, word
    for word in _WORD.findall(_NO_WORDS.sub(" ", _FOREIGN.sub(" ", text))):
        yield ("sr", word) if _CYRILLIC.search(word) else ("en", _POSSESSIVE.sub("", word))


def listed(path: Path) -> set[str]:
    """The words of a list: one a line; what follows `#` is a remark."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return {line for line in lines if line}


def in_latin(words: Set[str]) -> set[str]:
    """Serbian words in the script that a program makes of them."""
    return {to_latin(word) for word in words}
