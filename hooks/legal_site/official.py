"""The official texts: every word of law and statement that the site publishes as it was received.

Where none of a text's languages is official (a statement whose original was not found), all of them are given: what
stands in the original's place is quoted like one, and no official text beside it would show a slip.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from legal_site import permalink
from legal_site.content import Content, Law
from legal_site.load import Loc
from legal_site.model.base import Provenance
from legal_site.model.law import Article, EarlierWording, Item, Paragraph
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import item_of, paragraph_of

Provenances = Mapping[str, Provenance]


@dataclass(frozen=True)
class OfficialText:
    """The own words of a provision, heading or title in one language; those of its items are texts of their own."""

    subject: str
    """What it is part of, as `changes.yml` names it: `kz/146`, `statement/2016-04-12`, `kz` for the law's title."""
    page: str
    """The lasting address of the wording (`/law/kz/146/2026-02-21/`) or of the statement."""
    anchor: str
    """Where on that page: `p3-i2`. Empty for a heading or title."""
    locale: str
    words: tuple[tuple[str, str], ...]
    """Each text with what it is (`text`, `penalty`), in order."""
    key: str
    """Its file, as `Content.documents` has it."""
    loc: Loc

    @property
    def address(self) -> str:
        """The lasting address with its anchor."""
        return self.page + (f"#{self.anchor}" if self.anchor else "")

    @property
    def digest(self) -> str:
        """Sixteen digits that any other words would change."""
        return sha256(json.dumps(self.words, ensure_ascii=False).encode()).hexdigest()[:16]


def official_texts(content: Content) -> Iterator[OfficialText]:
    """Every official text, law by law and article by article, the statements last."""
    for law in content.laws.values():
        title = OfficialText(law.id, permalink.law(law.id), "", "", (), f"laws/{law.id}/law", ("title",))
        yield from _in_languages(title, {"title": law.info.title}, law.info.provenance)
        for article in law.articles.values():
            yield from article_texts(law, article)
    for statement in content.statements.values():
        page = permalink.statement(statement.id)
        subject = page.strip("/")
        for index, part in enumerate(statement.paragraphs):
            anchor = permalink.statement_anchor(part.number)
            text = OfficialText(subject, page, anchor, "", (), subject, ("paragraphs", index))
            yield from _in_languages(text, {"text": part.text}, statement.provenance)


def article_texts(law: Law, article: Article) -> Iterator[OfficialText]:
    """The official texts of an article: its current wording and each earlier one."""
    yield from _wording(law, article, article, article.provenance, ())
    for index, earlier in enumerate(article.earlier_wordings):
        own = {**article.provenance, **earlier.provenance}
        yield from _wording(law, article, earlier, own, ("earlier_wordings", index))


def _wording(
    law: Law, article: Article, dated: Article | EarlierWording, own: Provenances, loc: Loc
) -> Iterator[OfficialText]:
    name = number_in_address(article.number)
    base = _over(own, law.info.provenance)
    page = permalink.wording(law.id, article.number, dated.wording.as_of)
    whole = OfficialText(f"{law.id}/{name}", page, "", "", (), f"laws/{law.id}/articles/{name}", loc)
    heading = dated.heading or article.heading
    if heading:
        titled = replace(whole, loc=(*loc, "heading") if dated.heading else ("heading",))
        yield from _in_languages(titled, {"heading": heading}, base)

    def visit(part: Paragraph | Item, place: Provision, where: Loc, kinds: Provenances) -> Iterator[OfficialText]:
        texts = {"text": part.text}
        if isinstance(part, Paragraph):
            texts |= {"penalty": part.penalty, "closing": part.closing}
        text = replace(whole, anchor=place.anchor or "", loc=where, words=(("number", part.number),))
        yield from _in_languages(text, texts, kinds)
        for number, item in enumerate(part.items):
            if isinstance(item, Item):
                yield from visit(item, item_of(place, item), (*where, "items", number), kinds)

    for index, part in enumerate(dated.paragraphs):
        if isinstance(part, Paragraph):
            place = paragraph_of(law.id, article, part)
            yield from visit(part, place, (*loc, "paragraphs", index), _over(part.provenance, base))


def _over(own: Provenances, base: Provenances) -> Provenances:
    if not own:
        return base
    return {locale: own.get(locale, Provenance()).over(base.get(locale)) for locale in {**base, **own}}


def _in_languages(
    text: OfficialText, texts: Mapping[str, Mapping[str, str] | None], provenances: Provenances
) -> Iterator[OfficialText]:
    """The text in each language in which it is official, or in all if it is official in none."""
    given = {name: words for name, words in texts.items() if words}
    locales = list(dict.fromkeys(locale for words in given.values() for locale in words))
    official = [one for one in locales if one in provenances and provenances[one].kind == "official"]
    for locale in official or locales:
        words = tuple((name, given[name][locale]) for name in given if locale in given[name])
        yield replace(text, locale=locale, words=(*text.words, *words))
