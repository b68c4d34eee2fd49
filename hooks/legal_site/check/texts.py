"""Every published text stands in each written language, and both say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from legal_site.check.references import MENTION
from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document, Loc, Value
from legal_site.model.base import Provenance
from legal_site.model.law import Article, EarlierWording, Item, LawInfo, Paragraph
from legal_site.model.statement import Statement
from legal_site.model.texts import editorial_texts, others_by_language, texts_of
from legal_site.problems import did_you_mean

_NOT_A_TEXT = frozenset({"provenance", "match", "words", "slip", "referred_as"})
_SAID = "every text says what it is and where it comes from"
_SAID_BY_LAW = "the law's own page shows it, also where each article says it for itself"
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d{3}(?!\d))*")
_NO_WORDS = re.compile(rf"{MENTION.pattern}|\]\([^)]*\)|&#\w+;?")
_BETWEEN_DIGITS = re.compile(r"\D")


def complete(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A text that is missing in a written language, or stands in one the site does not have."""
    written = context.written_locales
    # Of a file that is no model for another mistake it has to be guessed which mappings are texts.
    guessed = ((loc, mapping) for loc, mapping in document.mappings if _is_text(loc, mapping, written))
    for loc, mapping in (guessed if model is None else texts_of(model)) if written else ():
        for locale in written:
            if locale not in mapping:
                message = "is missing: every published text stands in each language"
                yield Finding((*loc, locale), message)
        yield from _unknown(loc, mapping, written)


def known_languages(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Something that is said of a language which the site does not have: it would be said of none."""
    written = context.written_locales
    for loc, mapping in others_by_language(model) if model is not None and written else ():
        yield from _unknown(loc, mapping, written)


def _unknown(loc: Loc, mapping: Iterable[str], written: list[str]) -> Iterator[Finding]:
    for locale in mapping:
        if locale not in written:
            message = f"is no language of this site (site.yml has {', '.join(written)}){did_you_mean(locale, written)}"
            yield Finding((*loc, locale), message)


def _is_text(loc: Loc, mapping: dict[str, Value], written: list[str]) -> bool:
    if any(part in _NOT_A_TEXT for part in loc[-1:]):
        return False
    return (
        any(locale in mapping for locale in written)
        and all(value is None or isinstance(value, str) for value in mapping.values())
        and all(len(name) <= 3 or name in written or "-" in name for name in mapping)
    )


def same_figures(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """The languages of a text differ in a figure: a wrong amount, day, period or paragraph.

    A lone 1 does not count: one language has a word for it where the other has the figure („Article premier”).
    """
    for loc, text in texts_of(model) if model is not None else ():
        figures = {locale: _figures(words) for locale, words in text.items()}
        if _differ(figures):
            seen = _seen(figures, "none")
            yield Finding(loc, f"has other figures in one language than in the other ({seen}): compare the texts")


def same_mentions(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """The languages of an editorial text differ in the provisions they mention."""
    editorial = set(editorial_texts(model)) if model is not None else set()
    for loc, text in texts_of(model) if model is not None else ():
        if loc not in editorial:  # a mention in a field of plain words is told by itself
            continue
        mentions = {locale: Counter(MENTION.findall(words)) for locale, words in text.items()}
        # A mention of what there is not is told by itself, too.
        named = {name for count in mentions.values() for name in count}
        if _differ(mentions) and all(context.index.has_mentioned(name) for name in named):
            seen = _seen(mentions, "nothing")
            yield Finding(loc, f"mentions other provisions in one language than in the other ({seen}): compare them")


def _figures(words: str) -> Counter[str]:
    found = Counter(_BETWEEN_DIGITS.sub("", number) for number in _NUMBER.findall(_NO_WORDS.sub("", words)))
    del found["1"]
    return found


def _differ(found: Mapping[str, Counter[str]]) -> bool:
    return len({frozenset(count.items()) for count in found.values()}) > 1


def _seen(found: Mapping[str, Counter[str]], none: str) -> str:
    return "; ".join(f"{locale}: {' '.join(sorted(count.elements())) or none}" for locale, count in found.items())


def whole(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A paragraph that is published in part without saying so.

    An act never stands without its penalty, opening words never without their items.
    """
    if not isinstance(model, Article):
        return
    for index, part in enumerate(model.paragraphs):
        if isinstance(part, Paragraph):
            yield from _whole_paragraph(part, ("paragraphs", index))
    for number, wording in enumerate(model.earlier_wordings):
        for index, part in enumerate(wording.paragraphs):
            if isinstance(part, Paragraph):
                yield from _whole_paragraph(part, ("earlier_wordings", number, "paragraphs", index))


def _whole_paragraph(paragraph: Paragraph, loc: Loc) -> Iterator[Finding]:
    if paragraph.text is None:
        if paragraph.opening_missing is None or not paragraph.items:
            message = "has no text: add it, or say in opening_missing why the words before the items are missing"
            yield Finding(loc, message)
        return
    if paragraph.opening_missing is not None:
        yield Finding((*loc, "opening_missing"), "says that words are missing which are there: remove one of the two")
    yield from _goes_on(paragraph.text, bool(paragraph.items), paragraph.penalty is not None, (*loc, "text"))
    yield from _item_ends(paragraph, loc)


def _goes_on(text: dict[str, str], items: bool, penalty: bool, loc: Loc) -> Iterator[Finding]:
    for locale, words in text.items():
        if words.endswith(":") and not items:
            yield Finding((*loc, locale), "ends with a colon but no items follow: add them or declare them omitted")
        if words.endswith(",") and not penalty:
            yield Finding((*loc, locale), "ends with a comma but no penalty follows: publish the paragraph whole")


def _item_ends(parent: Paragraph | Item, loc: Loc) -> Iterator[Finding]:
    for index, item in enumerate(parent.items):
        if not isinstance(item, Item):
            continue
        here = (*loc, "items", index)
        yield from _goes_on(item.text, bool(item.items), True, (*here, "text"))
        yield from _item_ends(item, here)
    last = parent.items[-1] if parent.items else None
    if isinstance(last, Item) and not last.items:
        for locale, words in last.text.items():
            if words.endswith(";") and not _closed(parent):
                here = (*loc, "items", len(parent.items) - 1, "text", locale)
                yield Finding(here, "ends with a semicolon but no item follows: add it or declare it omitted")


def _closed(parent: Paragraph | Item) -> bool:
    return isinstance(parent, Item) or parent.penalty is not None or parent.closing is not None


def provenance(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A text whose kind, source or date of checking is not said.

    A law says all three itself, since its own page shows them; articles and paragraphs say what differs.
    """
    if isinstance(model, Statement):
        for locale in context.written_locales:
            yield from _gaps(model.provenance.get(locale), ("provenance", locale), _SAID)
    if isinstance(model, LawInfo):
        for locale in context.written_locales:
            yield from _gaps(model.provenance.get(locale), ("provenance", locale), _SAID_BY_LAW)
    if isinstance(model, Article):
        for loc, said in _said_in(model):
            if said.sources is not None and not said.sources:
                yield Finding((*loc, "sources"), "is empty: name a source, or remove the line if nothing differs")


def _gaps(said: Provenance | None, loc: Loc, why: str) -> Iterator[Finding]:
    if said is None:
        yield Finding(loc, f"is missing: {why}")
        return
    for name in ("kind", "sources", "verified_on"):
        if not getattr(said, name):
            yield Finding((*loc, name), f"is missing: {why}")


def _said_in(article: Article) -> Iterator[tuple[Loc, Provenance]]:
    """What an article, its wordings and its paragraphs say of where they come from."""
    holders: list[tuple[Loc, Article | EarlierWording]] = [((), article)]
    holders += [(("earlier_wordings", number), old) for number, old in enumerate(article.earlier_wordings)]
    for loc, wording in holders:
        parts = enumerate(wording.paragraphs)
        paragraphs = [((*loc, "paragraphs", index), part) for index, part in parts if isinstance(part, Paragraph)]
        for place, holder in ((loc, wording), *paragraphs):
            for locale, said in holder.provenance.items():
                yield (*place, "provenance", locale), said


OWN_RULES: tuple[OwnRule, ...] = (complete, known_languages, same_figures, whole, provenance)
RULES: tuple[Rule, ...] = (same_mentions,)
