"""What one text says of another exists: sources, provisions, statements, anchors, quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document, Loc
from legal_site.model.law import Article, LawInfo, Paragraph
from legal_site.model.site import Home
from legal_site.model.statement import Statement
from legal_site.model.texts import editorial_texts
from legal_site.permalink import Provision
from legal_site.problems import did_you_mean, shown
from legal_site.relations import paragraph_of, texts_of
from legal_site.slips import says

MENTION = re.compile(r"\[\[([^\]\n]*)\]\]")
"""How an editorial text mentions a provision or a statement's paragraph: `[[kz/146/p3]]`."""
_BRACKETS = re.compile(r"\[\[[^\]\n]*(?:\]\])?")
_SINGLE = re.compile(r"(?<!\[)\[([a-z]+/[0-9]+[a-z]*(?:/p[0-9a-z-]+)?)\](?![\](])")

_LISTS_OF_PROVISIONS = ("provisions", "matters", "concerns")


def sources(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A source that `sources.yml` does not have."""
    known = context.index.ids.get("sources")
    if known is None:
        return
    for loc, mapping in document.mappings:
        listed = mapping.get("sources")
        if isinstance(listed, list) and key != "sources":
            for index, source in enumerate(listed):
                if isinstance(source, str) and source not in known:
                    message = f"is not in sources.yml: {source!r}{did_you_mean(source, known)}"
                    yield Finding((*loc, "sources", index), message)


def provisions(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A provision that is neither published nor declared, in a list, a quotation or a text."""
    for loc, mapping in document.mappings:
        for name in _LISTS_OF_PROVISIONS:
            listed = mapping.get(name)
            # What is no address at all, the decoder has told.
            for index, address in enumerate(listed if isinstance(listed, list) and model is not None else []):
                yield from _provision(str(address), (*loc, name, index), context)
    for loc, text in document.strings:
        if "[[" in text:
            for match in MENTION.finditer(text):
                yield from _mention(match.group(1), loc, context)
    if isinstance(model, Statement):
        for index, paragraph in enumerate(model.paragraphs):
            if paragraph.quotes and not context.index.is_published(paragraph.quotes):
                message = f"quotes {paragraph.quotes}, which is not published{_near(paragraph.quotes, context)}"
                yield Finding(("paragraphs", index, "quotes"), message)
    if isinstance(model, Home):
        yield from _on_home_page(model, context)


def _on_home_page(home: Home, context: Context) -> Iterator[Finding]:
    """The article and its lines: the home page leads to them, so that they have to be published."""
    if home.article is not None and home.article not in context.index.articles:
        near = did_you_mean(home.article, context.index.articles)
        yield Finding(("article",), f"is {home.article}, which is no published article{near}")
    if home.lines and home.article is None:
        yield Finding(("lines",), "are lines of no article: name it in `article`")
    for index, line in enumerate(home.lines):
        if not context.index.is_published(line.provision):
            message = f"is {line.provision}, which is no published paragraph{_near(line.provision, context)}"
            yield Finding(("lines", index, "provision"), message)


def _mention(address: str, loc: Loc, context: Context) -> Iterator[Finding]:
    if address.startswith("statement/"):
        name = address.removeprefix("statement/")
        if not context.index.has_statement(name):
            message = f"mentions [[{address}]], which does not exist{did_you_mean(name, context.index.statements)}"
            yield Finding(loc, message)
        return
    yield from _provision(address, loc, context)


def _provision(address: str, loc: Loc, context: Context) -> Iterator[Finding]:
    try:
        provision = Provision.parse(address)
    except ValueError:
        yield Finding(loc, f"mentions {address!r}: expected the address of a provision such as kz/146/p3")
        return
    if provision.law not in context.index.laws:
        known = did_you_mean(provision.law, context.index.laws)
        yield Finding(loc, f"mentions {address}, but there is no law {provision.law!r}{known}")
    elif not context.index.exists(provision):
        if context.index.has_article(provision):
            what = f"which is neither published nor declared as omitted{_near(address, context)}"
        else:
            what = (
                f"an article that is not published here{did_you_mean(address, context.index.also_cited)}: correct the "
                f"number, or allow it with `also_cited` in laws/{provision.law}/law.yml"
            )
        yield Finding(loc, f"mentions {address}, {what}")


def also_cited(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A provision that a law's file allows to be mentioned though not published, and whose article is."""
    if not isinstance(model, LawInfo):
        return
    law = key.split("/")[1]
    for index, address in enumerate(model.also_cited):
        if context.index.has_article(Provision.parse(f"{law}/{address}")):
            yield Finding(
                ("also_cited", index), f"is {address}, but the article is published here: take it out of the list"
            )


def _near(address: str, context: Context) -> str:
    return did_you_mean(address, context.index.published)


def raw_brackets(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A mention in a field of plain words, or one without its end: readers would see the brackets."""
    found = [(loc, text) for loc, text in document.strings if "[[" in text]
    editorial = set(editorial_texts(model)) if found and model is not None else set()
    for loc, text in found if model is not None else ():
        if loc[:-1] in editorial:
            text = MENTION.sub("", text)
            way_out = "the mention of a provision ends with ]] on the same line"
        else:
            way_out = (
                "only the fields that README.md calls editorial mention provisions so; here write the citation itself"
            )
        for match in _BRACKETS.finditer(text):
            yield Finding(loc, f"has {shown(match.group())}, which readers would see as it stands: {way_out}")
    for loc, text in document.strings:
        for match in _SINGLE.finditer(text) if "[" in text else ():
            if match.group(1).partition("/")[0] in context.index.laws:
                message = f"has {match.group()!r}, which readers would see as it stands: write [[{match.group(1)}]]"
                yield Finding(loc, message)


def anchors(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A note or a [sic] about a paragraph that the article does not have, or words it does not say."""
    if not isinstance(model, Article):
        return
    law, number = key.split("/")[1], key.rsplit("/", 1)[-1]
    article = f"{law}/{number}"
    for index, note in enumerate(model.notes):
        if note.about is not None and not _in_article(article, note.about, context):
            yield Finding(("notes", index, "about"), f"is {note.about!r}, which this article does not have")
    parts = [part for part in model.paragraphs if isinstance(part, Paragraph)]
    said = [own for part in parts for own in texts_of(part, paragraph_of(law, model, part))]
    words = "\n".join(text for _, texts in said for text in texts.values())
    original = context.written_locales[:1]
    for index, sic in enumerate(model.sic):
        if not context.index.is_published(f"{article}/{sic.about}"):
            yield Finding(("sic", index, "about"), f"is {sic.about!r}, which is not published in this article")
        elif not any(
            place.anchor == sic.about and says(texts.get(locale, ""), sic.words)
            for place, texts in said
            for locale in original or texts  # which language is the original cannot be told without site.yml
        ):
            message = f"are {sic.words!r}, which {sic.about} itself does not say: copy whole words from it"
            yield Finding(("sic", index, "words"), message)
    for index, reference in enumerate(model.references):
        if reference.words not in words:
            message = f"are {reference.words!r}, which the article does not say: remove this exception"
            yield Finding(("references", index, "words"), message)
        if reference.to is not None:
            yield from _provision(reference.to, ("references", index, "to"), context)


def _in_article(article: str, anchor: str, context: Context) -> bool:
    name = f"{article}/{anchor}"
    return context.index.is_published(name) or name in context.index.declared


def noted_words(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A note on words that the statement does not say, or a slip in words that it does not name."""
    if not isinstance(model, Statement):
        return
    for index, paragraph in enumerate(model.paragraphs):
        for number, note in enumerate(paragraph.notes):
            for locale, words in note.words.items():
                if not says(paragraph.text.get(locale, words), words):
                    loc: Loc = ("paragraphs", index, "notes", number, "words", locale)
                    yield Finding(loc, f"are {words!r}, which the paragraph does not say: copy whole words from it")
            for locale in sorted((note.slip.keys() - note.words.keys()) & paragraph.text.keys()):
                loc = ("paragraphs", index, "notes", number, "slip", locale)
                yield Finding(loc, f"says what misleads, but words.{locale} does not say which words: add them")


OWN_RULES: tuple[OwnRule, ...] = (noted_words,)
RULES: tuple[Rule, ...] = (sources, provisions, also_cited, raw_brackets, anchors)
