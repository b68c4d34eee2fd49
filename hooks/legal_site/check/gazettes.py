"""The numbers of gazettes that articles name are in the list of their law: pages and records name the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, Rule
from legal_site.load import Document, Loc
from legal_site.model.law import Article, EarlierWording, Item, LawInfo, Omission, Paragraph, Repealed
from legal_site.problems import did_you_mean


def amendments(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """An amendment whose number the law's list does not have."""
    law = "/".join((*key.split("/")[:2], "law"))
    info = context.models.get(law)
    if not isinstance(model, Article) or not isinstance(info, LawInfo):
        return
    for loc, number in _named(model):
        if number not in info.gazette:
            near = did_you_mean(number, info.gazette)
            yield Finding(
                loc, f"is {number!r}, which `gazette` in {law}.yml does not have{near}: correct it, or add it there"
            )


def _named(article: Article) -> Iterator[tuple[Loc, str]]:
    wordings: list[tuple[Loc, Article | EarlierWording]] = [((), article)]
    wordings += ((("earlier_wordings", index), earlier) for index, earlier in enumerate(article.earlier_wordings))
    for loc, each in wordings:
        for index, number in enumerate(each.wording.amended_by):
            yield (*loc, "wording", "amended_by", index), number
        yield from _repeals(each.paragraphs, (*loc, "paragraphs"))


def _repeals(parts: Sequence[Paragraph | Item | Omission | Repealed], loc: Loc) -> Iterator[tuple[Loc, str]]:
    for index, part in enumerate(parts):
        if isinstance(part, Repealed) and part.by:
            yield (*loc, index, "by"), part.by
        if isinstance(part, Paragraph | Item):
            yield from _repeals(part.items, (*loc, index, "items"))


RULES: tuple[Rule, ...] = (amendments,)
