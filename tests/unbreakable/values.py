"""What a mutated tree is given in place of what stands there: values of every type, odd characters, huge sizes."""

from random import Random
from typing import Any

TYPES: tuple[tuple[Any, ...], ...] = (
    ("", " ", "текст", "text", "a: b", "- a", "{a}", "[[", "0x10", "1_000", "½", "²", "٣", "1e400", "NaN", "9" * 5000),
    (0, 1, -1, 7, 10**9, -(10**30), 10**400, 1.5, float("inf"), float("-inf"), float("nan")),
    (True, False, "yes", "no", "on"),
    (None, "~", "null"),
    (
        "2024-01-10",
        "2024-02-30",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "20240110",
        "1704844800",
        "2024-1-1",
        "2023",
    ),
    ([], [[]], [None], ["a", 1], [["a"], {"b": 1}], ["a", "a"]),
    (
        {},
        {"sr": "а", "en": "a", "de": "a"},
        {"sr": "а"},
        {"": ""},
        {"sr": None, "en": [], "de": {}},
        {1: 2},
        {"id": "a"},
    ),
)
"""By type: texts, numbers, truth values, nothing, dates, lists, mappings."""

CHARACTERS = (
    "\ud800", "\udfff", "\ufeff", "\0", "\x01", "\x1b[31m", "\x7f", "\x85", "\u200e", "\u200f", "\u202e", "\u2066",
    "\u2069", "\u061c", "\u00ad", "\u200b", "\u2028", "\u2029", "\u0301", "а\u0301", "e\u0301", "\u0308\u0308",
    "\U0001f600", "\U0001d11e", "\U0010ffff", "\ue000", "\ue001", "\ufffe", "\uffff", "\ufdd0", "\u3000", "\xa0",
    "\r\n", "\r", "\n", "\n\n", "\t", "\x0b", "\x0c", "漢字", "عربي", "я", "ѐ", "ђ", "Ǆ", "ſ", "ı", "İ", "ﬁ",
    "＜script＞",
)  # fmt: skip
"""Lone surrogates, marks of direction, what no text holds, what looks alike, what changes its length with its case."""

MARKUP = (
    "*", "**", "_", "`", "```", "[", "]", "](", "[[zis/1/p1]]", "[[zis/1]]", "[[zis/9/p9]]",
    "[[statement/2024-02-01]]", "[[statement/2024-02-01/s1]]", "[[statement/]]", "[[]]", "[[[[zis/1/p1]]]]",
    "[x](/law/zis/1/)", "[x](/nowhere/)", "[x](https://[)", "[x](https://a/)", "![x](https://a/b.png)",
    "[x][1]\n\n[1]: https://a/", "{thing}", "{number}", "{", "}", "{0}", "{number.__class__}", "{number:>99999999}",
    "{lang=en}", "*x*{lang=en}", '*x*{lang="}', "{#p1}", "# x", "> x", "1. x", "- x", "\\", "\n    x", "|x|\n|-|\n|y|",
    "<!--", "]]>", "%s", "${x}", "чл. 1. став 2. овог законика", "става 99. члана 99. Законика о три моста",
    "Article 1(1) of the Code of the Three Bridges", ":", ";", ",", "=1+1",
)  # fmt: skip
"""What Markdown, the site's own mentions and placeholders, or a reader of references would make something of."""

KEYS = (
    "id", "sr", "en", "de", "xx", "text", "title", "number", "omitted", "repealed", "items", "paragraphs", "about",
    "to", "provisions", "sources", "", " ", "no", "on", "1", "~", "<<", "x" * 5000, "\0", "a.b", "[0]", "ключ",
    "__class__",
)  # fmt: skip

REFERENCES = (
    "zis/1", "zis/1/p1", "zis/1/p2-i1-b", "zis/1/p3", "zis/1/p99", "zis/99", "zis/99/p1", "zr/3a/p1", "zr/3а/p1",
    "xx/1/p1", "zis", "zis/1/p2-ib", "zis/1/p2-i1-2", "ZIS/1/P1", "2024-02-01", "2024-02-01/s1", "2024-02-01/s9",
    "statement/2024-02-01", "/", "/law/", "/law/zis/", "/law/zis/1/", "/law/zis/1/#p1", "/law/zis/1", "//zis/",
    "/glossary/#thing", "/glossary/#x", "/about/", "/about/nowhere/", "/about/../x/", "/guide/inventor/",
    "/guide/inventor/#is-thing", "/search/", "gazette", "newspaper", "office", "is-thing", "is-finished", "offence",
    "nothing", "unknown", "yes", "thing", "report", "invented", "sr", "sr-Latn", "en", "de", "https://[", "https://",
    "https://a b/", "https://..a/", "https://a:99999/", "mailto:a@b", "https://" + "a" * 70 + ".example/",
    "https://пример.срб/", "../../etc/passwd", "con", "p1", "p2-i1", "p99", "s1",
)  # fmt: skip
"""Addresses, ids and numbers: some there, some missing, some of another kind."""


def new_scalar(rng: Random) -> Any:
    """A value of a random type."""
    return rng.choice(rng.choice(TYPES))


def spoilt(rng: Random, text: str, insertions: tuple[str, ...]) -> str:
    """The text with something put into it."""
    place = rng.choice((0, len(text), rng.randint(0, len(text))))
    return text[:place] + rng.choice(insertions) + text[place:]
