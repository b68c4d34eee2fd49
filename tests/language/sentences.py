"""Where a sentence of Serbian or English legal prose ends, and how many words it has.

Two libraries were measured on this site's own texts. sentencex 1.0 and pysbd 0.3 know no Serbian: both end a sentence
after every ordinal („12. априла 2016. године” becomes three), and broke 132 and 178 of 2,302 Serbian texts.

Where a point may belong to an abbreviation or a number, no end is seen: the sentence is then measured too long, which
somebody notices, and never too short, which nobody would.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    *("чл", "ст", "тач", "подтач", "бр", "стр", "сл", "нпр", "тзв", "тј", "проф", "ул", "в"),
    *("Art", "Arts", "No", "Nos", "para", "p", "pp", "vol", "cf", "vs", "Mr", "Mrs", "Ms", "Dr", "Prof", "St"),
)
_END = re.compile(r"[.!?…][”’\"')\]*_]*(?:\{[^}\s]*\})?\s+")
_BEGINS = re.compile(r"[„“‘\"'(*_]*(?:[A-ZА-ЯЂЈЉЊЋЏČĆŽŠĐ\d]|\[\[|\[[A-ZА-ЯЂЈЉЊЋЏČĆŽŠĐ„“]|`|\{)")
_ABBREVIATED = re.compile(
    rf"(?:^|[\s(„“‘\[])(?:{'|'.join(_ABBREVIATIONS)}|[^\W\d_]\.[^\W\d_]|[^\W\d_])\.$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:\d[^\W\d_]?|\})\.$")
_LAW = re.compile(r"(?:Закон|Кривичн|Устав|[A-ZА-ЯЂЈЉЊЋЏ]{2,}\b)")
"""How the name of a law begins after the number of its article: „члана 146. Кривичног законика”."""

_CITATION = re.compile(r"\[\[[^\]\n]*\]\]|\{\{[^}\n]*\}\}|\{[a-z][a-z0-9_-]*\}|`[^`\n]*`")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_ATTRIBUTES = re.compile(r"\{[^}\n]*\}")
_WORD = re.compile(r"\S*\w\S*")


def split(text: str) -> list[str]:
    """The sentences of one text, in order, each as it stands there. A line break that the text keeps ends one too."""
    return [sentence for line in text.split("\n") for sentence in _split_line(line.strip()) if sentence]


def _split_line(line: str) -> list[str]:
    sentences, start = [], 0
    for end in _END.finditer(line):
        if _is_boundary(line[start : end.start() + 1], line[end.end() :]):
            sentences.append(line[start : end.end()].strip())
            start = end.end()
    return [*sentences, line[start:].strip()]


def _is_boundary(before: str, after: str) -> bool:
    if not _BEGINS.match(after) or _ABBREVIATED.search(before):
        return False
    return not (_NUMBERED.search(before) and (after[0].isdigit() or after[0] == "{" or _LAW.match(after)))


def count_words(sentence: str) -> int:
    """How many words a reader meets. A cited provision, a name that is filled in and a piece of code are one each.

    A citation is one however it is printed („чл. 146. ст. 3. КЗ”): it is read as a name, or passed over.
    """
    plain = _CITATION.sub(" 1 ", sentence)
    plain = _ATTRIBUTES.sub("", _LINK.sub(r"\1", plain))
    return len(_WORD.findall(plain))
