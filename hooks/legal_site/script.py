"""Turns Serbian Cyrillic into Serbian Latin. Never the other way: Latin dž, lj and nj are ambiguous."""

from __future__ import annotations

import html
import re

_SINGLE = dict(
    zip(
        "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ",
        "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ",
        strict=True,
    )
)
_DOUBLE = {"љ": "lj", "њ": "nj", "џ": "dž"}
_DOUBLE_CAPITAL = {"Љ": "Lj", "Њ": "Nj", "Џ": "Dž"}
_SIMPLE_TABLE = str.maketrans({**_SINGLE, **_DOUBLE})

SERBIAN_LETTERS = frozenset("абвгдђежзијклљмнњопрстћуфхцчџш")
"""The thirty letters, small."""

_PROTECTED = re.compile(
    r"https?://[^\s<>\"]+"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|\b(?:[\w-]+\.)+срб\b(?:/[^\s<>\"]*)?"  # bare Cyrillic domains
    r"|`[^`\n]*`"  # code
    r"|\]\([^)\s]*\)"  # targets of Markdown links
    r"|\[\[[^\]\n]*\]\]"  # addresses of provisions
    r"|\{[#.:][^}\n]*\}"  # Markdown attribute lists
    r"|\{\{[^}\n]*\}\}"  # placeholders
)
_TOKEN = re.compile(r"<!--.*?-->|<[a-zA-Z/!][^>]*>", re.DOTALL)
_TAG_NAME = re.compile(r"</?\s*([a-zA-Z0-9-]+)")
_LANG = re.compile(r"\slang=[\"']([^\"']*)[\"']")
_SPOKEN_ATTRIBUTE = re.compile(
    r"(\s(?:title|alt|aria-label|aria-description|placeholder|summary|label|content|data-label)=)([\"'])(.*?)\2",
    re.DOTALL,
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KEPT_ELEMENTS = frozenset({"code", "pre", "script", "style", "kbd", "samp"})
_VOID_ELEMENTS = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def to_latin(text: str) -> str:
    """Plain text or Markdown in Latin script.

    Addresses, code, link targets and attribute lists stay as they are. Letters that are not
    Serbian stay too: foreign words are marked as such where they are written.
    """
    parts = []
    end = 0
    for match in _PROTECTED.finditer(text):
        parts.append(_letters(text[end : match.start()]))
        parts.append(match.group())
        end = match.end()
    parts.append(_letters(text[end:]))
    return "".join(parts)


def to_latin_html(markup: str, cyrillic_lang: str = "sr-Cyrl") -> str:
    """HTML in Latin script: texts and spoken attributes are converted, names and targets are not.

    Elements whose `lang` is not Serbian, and code, stay. What must stay Cyrillic inside a text
    (an address such as https://пример.срб) is marked with `cyrillic_lang`.
    """
    parts: list[str] = []
    open_elements: list[tuple[str, bool]] = []
    end = 0
    for match in _TOKEN.finditer(markup):
        parts.append(_html_text(markup[end : match.start()], _kept(open_elements), cyrillic_lang))
        tag = match.group()
        end = match.end()
        name = _TAG_NAME.match(tag)
        if name is None:
            parts.append(tag)
            continue
        parts.append(tag if _kept(open_elements) else _html_tag(tag))
        _follow(open_elements, name.group(1).lower(), tag)
    parts.append(_html_text(markup[end:], _kept(open_elements), cyrillic_lang))
    return "".join(parts)


def _letters(text: str) -> str:
    if not any(capital in text for capital in _DOUBLE_CAPITAL):
        return text.translate(_SIMPLE_TABLE)
    last = len(text) - 1
    letters = []
    for index, letter in enumerate(text):
        double = _DOUBLE_CAPITAL.get(letter)
        if double is None:
            letters.append(_SINGLE.get(letter) or _DOUBLE.get(letter) or letter)
            continue
        follower = text[index + 1] if index < last else " "
        leader = text[index - 1] if index else " "
        shouted = follower.isupper() if follower.isalpha() else leader.isupper()
        letters.append(double.upper() if shouted else double)
    return "".join(letters)


def _kept(open_elements: list[tuple[str, bool]]) -> bool:
    return bool(open_elements) and open_elements[-1][1]


def _follow(open_elements: list[tuple[str, bool]], name: str, tag: str) -> None:
    if tag.startswith("</"):
        while open_elements:
            if open_elements.pop()[0] == name:
                return
        return
    if name in _VOID_ELEMENTS or tag.endswith("/>") or tag.startswith("<!"):
        return
    lang = _LANG.search(tag)
    kept = _kept(open_elements) or name in _KEPT_ELEMENTS
    if lang:
        kept = not _is_ours(lang.group(1))
    open_elements.append((name, kept))


def _html_tag(tag: str) -> str:
    lang = _LANG.search(tag)
    if lang and not _is_ours(lang.group(1)):
        return tag
    return _SPOKEN_ATTRIBUTE.sub(
        lambda match: f"{match.group(1)}{match.group(2)}{to_latin(_resolve(match.group(3)))}{match.group(2)}", tag
    )


def _is_ours(lang: str) -> bool:
    """Whether what is marked so is turned into Latin: Serbian that does not say it has to stay Cyrillic."""
    subtags = lang.lower().split("-")
    return subtags[0] == "sr" and "cyrl" not in subtags


def _html_text(text: str, kept: bool, cyrillic_lang: str) -> str:
    if kept or not text:
        return text
    text = _resolve(text)
    if not _CYRILLIC.search(text):
        return text
    parts = []
    end = 0
    for match in _PROTECTED.finditer(text):
        parts.append(_letters(text[end : match.start()]))
        word = match.group()
        marked = f'<span lang="{cyrillic_lang}">{word}</span>' if _CYRILLIC.search(word) else word
        parts.append(marked)
        end = match.end()
    parts.append(_letters(text[end:]))
    return "".join(parts)


def _resolve(text: str) -> str:
    """Character references to Cyrillic letters (`&#1113;`) become the letters themselves."""

    def letter(match: re.Match[str]) -> str:
        character = html.unescape(match.group())
        return character if _CYRILLIC.fullmatch(character) else match.group()

    return re.sub(r"&#(?:x[0-9a-fA-F]+|\d+);|&[A-Za-z]+cy;", letter, text)
