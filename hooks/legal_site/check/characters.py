"""Letters and marks that must not stand in the content."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document, Loc
from legal_site.model.law import Article
from legal_site.script import SERBIAN_LETTERS

_MIXED = re.compile(r"\w*(?:[\u0400-\u04ff]\w*[A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f]\w*[\u0400-\u04ff])\w*")
_SEAM = re.compile(r"[\u0400-\u04ff][\d_]*[A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f][\d_]*[\u0400-\u04ff]")
"""Where the two scripts meet in a word: quick to look for, and every mixed word has one."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")
_ANY_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[„“‚‘(]?([^\W\d_]+)[.,;:!?…”“’)]*")
"""A word between blanks; an address or a `{place}` is none."""
_SOME_WORDS = 3
"""Fewer Latin ones may be a name, or an abbreviation with what belongs to it: „CC BY 4.0”, “Akoma Ntoso”. A Latin text
has no such words in Cyrillic."""
_MANY_WORDS = 6
"""More are no name that each language has alike, but a text that nobody has translated."""
_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})
"""Of languages for which Cyrillic is no slip (Unicode CLDR, likely subtags)."""
_NUMBERS = frozenset({"number", "omitted", "repealed"})
_LONE_LOOKALIKE = re.compile(r"(?<![\w.@/-])[aceopxyj]+(?![\w.@/-])")
_FOREIGN = re.compile(f"[{''.join(c for c in map(chr, range(0x400, 0x500)) if c.lower() not in SERBIAN_LETTERS)}]")
_FOREIGN_MARKED = re.compile(r"\*[^*]+\*\{lang=[\w-]+\}")
_MARKED_AS = "in an editorial text, words of another language stand as"
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters; XML has no way of writing most of them
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\U000e0000-\U000e0fff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""What is not seen, turns the order of letters round, or is no character: halves of one, private and reserved ones."""


def look_alike_letters(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A word mixes Cyrillic and Latin letters, or a Cyrillic text has a small word of Latin twins (`a`, `o`).

    Copied texts of the state system do; search, sorting, transliteration and screen readers then fail.
    """
    serbian = _in_serbian_cyrillic(context)
    for loc, text in document.strings:
        if not text.isascii():
            for match in _MIXED.finditer(text) if _SEAM.search(text) else ():
                word = match.group()
                yield Finding(loc, f"has the word {word!r} with {_intruders(word)}: type the word again")
            if loc and loc[-1] in serbian:
                for match in _LONE_LOOKALIKE.finditer(_FOREIGN_MARKED.sub("", text)):
                    word = match.group()
                    yield Finding(loc, f"has the Latin letters {word!r} where Cyrillic ones are meant: type them again")


def other_script(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A text of some words that is wholly in the script of another language: Serbian in Latin, English in Cyrillic."""
    cyrillic = _in_serbian_cyrillic(context)
    versions = context.site.written_versions if context.site else ()
    latin = {each.locale for each in versions if _is_latin(each.lang)}
    for loc, text in document.strings:
        locale = loc[-1] if loc else None
        if locale in cyrillic:
            other, least, script, example = _ANY_LATIN, _SOME_WORDS, "Cyrillic", "*word*{lang=la}"
        elif locale in latin:
            other, least, script, example = _CYRILLIC, 1, "Latin", "*слово*{lang=ru}"
        else:
            continue
        found = [match.group(1) for match in map(_WORD.fullmatch, _FOREIGN_MARKED.sub("", text).split()) if match]
        words = [word for word in found if not word.isupper()]
        if len(words) < least or not all(map(other.match, words)):
            continue
        if locale in latin or not _is_name(document, loc, len(words)):
            yield Finding(loc, f"has no word in {script} script: type it again; {_MARKED_AS} {example}")


def _is_name(document: Document, loc: Loc, words: int) -> bool:
    """Whether a short text is the same in each language: a title, a maxim, the name of a case."""
    texts = next((mapping for place, mapping in document.mappings if place == loc[:-1]), {})
    return words <= _MANY_WORDS and len(texts) > 1 and len(set(map(str, texts.values()))) == 1


def numbers_in_script(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A number with a letter of another script than the law's: `a` and `а` look alike and are two letters."""
    if not isinstance(model, Article) or context.site is None:
        return
    numbers = [
        (loc, text)
        for loc, text in document.strings
        if loc[-1] in _NUMBERS and ("paragraphs" in loc or loc == ("number",)) and not text.isdigit()
    ]
    first = context.site.versions[0].locale
    words = "".join(text for loc, text in document.strings if "paragraphs" in loc and loc[-1] == first)
    if _CYRILLIC.search(words):
        expected, other, wrong = "Cyrillic", "Latin", _LATIN
    elif _LATIN.search(words):
        expected, other, wrong = "Latin", "Cyrillic", _CYRILLIC
    else:
        return
    for loc, text in numbers:
        if wrong.search(text):
            message = f"is {text!r} with {other} letters, but the law is written in {expected} ones: type it again"
            yield Finding(loc, message)


def _is_latin(tag: str) -> bool:
    language, *rest = tag.split("-")
    return "Latn" in rest or ("Cyrl" not in rest and language not in _CYRILLIC_LANGUAGES)


def _in_serbian_cyrillic(context: OwnContext) -> set[str]:
    """The languages written by hand that are Serbian in Cyrillic script (BCP 47 names the script where it matters)."""
    versions = context.site.written_versions if context.site else ()
    tags = {version.locale: version.lang.split("-") for version in versions}
    return {locale for locale, tag in tags.items() if tag[0] == "sr" and "Latn" not in tag}


def _intruders(word: str) -> str:
    latin = [letter for letter in word if unicodedata.name(letter, "").startswith("LATIN")]
    cyrillic = [letter for letter in word if unicodedata.name(letter, "").startswith("CYRILLIC")]
    if len(latin) > len(cyrillic):
        return f"the Cyrillic letters {''.join(sorted(set(cyrillic)))!r} among Latin ones"
    return f"the Latin letters {''.join(sorted(set(latin)))!r} among Cyrillic ones"


def foreign_cyrillic(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A Cyrillic letter that Serbian does not have, in a Serbian text that is not marked as foreign."""
    serbian = _in_serbian_cyrillic(context)
    others = set(context.written_locales) - serbian
    for loc, text in document.strings if serbian else ():
        if text.isascii() or (loc and loc[-1] in others):
            continue
        if foreign := sorted(set(_FOREIGN.findall(_FOREIGN_MARKED.sub("", text)))):
            letters = "".join(foreign)
            way_out = f"type it again; {_MARKED_AS} *слово*{{lang=ru}}"
            yield Finding(loc, f"has the letters {letters!r}, which Serbian does not use: {way_out}")


def composed(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A text whose accents are separate characters (not Unicode NFC)."""
    for loc, text in document.strings:
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            yield Finding(loc, "has letters with separate accents (not Unicode NFC): type these letters again")


def invisible(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Soft hyphens, zero-width characters and the like, which break search and copying."""
    for loc, text in document.strings:
        match = None if text.isprintable() else INVISIBLE.search(text)
        if match:
            name = unicodedata.name(match.group(), "an unnamed character").lower()
            yield Finding(loc, f"has an invisible character ({name}) after {text[: match.start()][-20:]!r}: delete it")


OWN_RULES: tuple[OwnRule, ...] = (
    look_alike_letters,
    other_script,
    numbers_in_script,
    foreign_cyrillic,
    composed,
    invisible,
)
