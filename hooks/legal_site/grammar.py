"""The words with which Serbian laws, and our translations of them, refer to provisions. `row` reads by them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Grammar:
    """The patterns of one language. Those for numbers have the number in the group `number`."""

    opening: re.Pattern[str]
    """What begins a reference; the group that matched says which kind."""
    article_word: re.Pattern[str]
    article: re.Pattern[str]
    paragraph_word: re.Pattern[str]
    paragraph: re.Pattern[str]
    item_word: re.Pattern[str]
    item: re.Pattern[str]
    several: re.Pattern[str]
    """What a word looks like after which more than one number is to be expected („чл.”, but not „члан”)."""
    unbound: re.Pattern[str]
    """What a word for a paragraph looks like that may belong to the article before it or not („и става 2”)."""
    joint: re.Pattern[str]
    """What stands between two numbers of a row."""
    conjunction: re.Pattern[str]
    """The joint before the last number of a row; „до” is none."""
    row_goes_on: re.Pattern[str]
    """What has to follow a further number of a row, so that „и 30 дана” is not read as one."""
    of_paragraph: re.Pattern[str]
    """A paragraph named after its items („тач. 1) и 2) става 3”)."""
    of_article: re.Pattern[str]
    """An article named after its paragraphs („става 1. члана 5”)."""
    this_article: re.Pattern[str]
    other_article: re.Pattern[str]
    """„тог члана”: an article named earlier, which is not looked for."""
    this_law: re.Pattern[str]
    foreign_law: re.Pattern[str]
    """Another law; its name, as far as it can go, is in the group `foreign`."""


_ARTICLE = r"[Чч]лан(?:ови(?:ма)?|ова|ове|а|у|ом)?\b|[Чч]л\b\.?"
_PARAGRAPH = r"[Сс]тав(?:ови(?:ма)?|ова|ове|а|у|ом)?\b|[Сс]т\b\.?"
_ITEM = r"[Тт]ачк(?:ама|а|е|и|у|ом)\b|[Тт]ач\b\.?"
_MEASURED = (
    r"(?!\s*(?:годин|месец|дан|час|сат|динар|евр|одсто|јануар|фебруар|март|април|мај|јун|јул|август|септемб|октоб"
    r"|новемб|децемб))"
)
"""What is counted or dated is no provision: „до 30 дана”, „1. јануара”."""
_SR_NUMBER = rf"(?P<number>\d+[а-џa-z]?)\b\.?+(?!\d){_MEASURED}"
_ACT = (
    r"(?:[Зз]акон(?:ик)?|[Уу]став|[Пп]равилник|[Сс]поразум|[Сс]татут|[Пп]ословник|[Пп]ротокол|[Уу]говор)(?:ом|а|у)?\b"
    r"|(?:[Уу]редб|[Кк]онвенциј|[Оо]длук|[Пп]овељ|[Дд]ирективи?|[Нн]аредб)(?:ом|е|и|у)?\b"
)

SERBIAN = Grammar(
    opening=re.compile(
        rf"\b(?P<article>{_ARTICLE})\s*(?=\d)|(?<!ранији\s)\b(?P<paragraph>{_PARAGRAPH})\s*(?:од\s+)?(?=\d)"
        rf"|\b(?P<item>{_ITEM})\s*(?=\d)"
        # An article in brackets without its word: „(179. став 3)”.
        rf"|(?<![\w.,/–-])(?<![.,]\s)(?P<bare>(?=\d{{1,3}}[а-џ]?\.?\s+(?:{_PARAGRAPH})\s*\d))"
    ),
    article_word=re.compile(rf"(?:из\s+|од\s+)?(?P<word>{_ARTICLE})\s*(?=\d)"),
    article=re.compile(_SR_NUMBER),
    paragraph_word=re.compile(rf",?\s*(?P<word>{_PARAGRAPH})\s*(?:(?:од|до)\s+)?(?=\d)"),
    paragraph=re.compile(_SR_NUMBER),
    item_word=re.compile(rf",?\s*(?P<word>{_ITEM})\s*(?=\d)"),
    item=re.compile(rf"(?P<number>\d+[а-џa-z]?)\b(?:\)|\.(?!\d))?+{_MEASURED}"),
    several=re.compile(r"чл\.?$|ст\.?$|чланов|ставов", re.IGNORECASE),
    unbound=re.compile(r"став\w", re.IGNORECASE),
    joint=re.compile(r"\s*(?:,\s*(?:и\s+|или\s+|односно\s+)?|и\s+|или\s+|до\s+|односно\s+|[-–]\s*)(?:од\s+)?"),
    conjunction=re.compile(r"\s*,?\s*(?:и|или|односно)\s"),
    row_goes_on=re.compile(r"[.,;:)–-]|\s*$|\s+(?:и|или|до|односно|ов(?:ог|ом|им|е))\s|\s+(?:[Зз]акон|[Уу]став)"),
    of_paragraph=re.compile(rf"\s*,?\s+става\s+{_SR_NUMBER}"),
    of_article=re.compile(rf"\s*,?\s+члана\s+{_SR_NUMBER}"),
    this_article=re.compile(r",?\s*ов(?:ог|ом|им|ај|е)\s+(?:члана|члану|чланом|члан|тачке|става)\b"),
    other_article=re.compile(r",?\s*(?:тог|том|тим|истог|наведеног|поменутог)\s+(?:члана|члану|чланом|става)\b"),
    this_law=re.compile(r",?\s*ов(?:ог|ом|им|ај)\s+(?:[Зз]акон(?:ик)?(?:а|у|ом)?|[Уу]став(?:а|у|ом)?)\b"),
    foreign_law=re.compile(
        r",?\s*(?P<foreign>(?:(?:тог|том|тим|другог|посебног|ранијег|истог)\s+)?"
        rf"(?:[Ђ-Ш]\w+(?:ог|ег|ом|ем|им|е|ој)\s+){{0,3}}(?:{_ACT})[^,;.)„(]*)"
    ),
)

_EN_NUMBER = r"(?P<number>\d+[a-z]?)\b(?!\s+(?:years?|months?|days?|hours?|dinars|per\s+cent)\b)"

ENGLISH = Grammar(
    opening=re.compile(
        r"\b(?P<article>Articles?)\s+(?=\d)|\b(?P<paragraph>[Pp]aragraphs?)\s+(?=\d)|\b(?P<item>[Ii]tems?)\s+(?=\d)"
    ),
    article_word=re.compile(r"(?P<word>Articles?)\s+(?=\d)"),
    article=re.compile(_EN_NUMBER),
    paragraph_word=re.compile(r"(?=\(\d)|,?\s*(?P<word>paragraphs?)\s+(?=\d)"),
    paragraph=re.compile(rf"\((?P<bracketed>\d+[a-z]?)\)|{_EN_NUMBER}(?!\))"),
    item_word=re.compile(r",?\s*(?P<word>items?)\s+(?=\d)"),
    item=re.compile(r"(?P<number>\d+[a-z]?)\)"),
    several=re.compile(r"\w+s$"),
    unbound=re.compile(r"paragraph"),
    joint=re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|to\s+|[-–]\s*)"),
    conjunction=re.compile(r"\s*,?\s*(?:and|or)\s"),
    row_goes_on=re.compile(r"[(.,;:)–-]|\s*$|\s+(?:and|or|to|of)\s"),
    of_paragraph=re.compile(rf"\s+of\s+paragraph\s+{_EN_NUMBER}"),
    of_article=re.compile(rf"\s+of\s+Article\s+{_EN_NUMBER}"),
    this_article=re.compile(r",?\s*of\s+this\s+(?:Article|paragraph|item)\b"),
    other_article=re.compile(r",?\s*of\s+(?:that|the\s+same)\s+(?:Article|paragraph)\b"),
    this_law=re.compile(r",?\s*of\s+th(?:is|e\s+present)\s+(?:Code|Law|Constitution|Act)\b"),
    foreign_law=re.compile(r",?\s*of\s+the\s+(?P<foreign>(?:[A-Z][\w-]*\b|Law\b)[^,;.)]*|law\b[^,;.)]*)"),
)
