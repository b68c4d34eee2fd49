"""Laws, articles and statements as Akoma Ntoso 3.0, one document for each version: decisions/0007.

Source: Akoma Ntoso 1.0 Part 2, OASIS Standard of 29 August 2018, with its schema `akomantoso30.xsd`:
https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part2-specs.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legal_site import permalink
from legal_site.content import Law
from legal_site.exports.akn_law import article_element, articles
from legal_site.exports.akn_meta import meta
from legal_site.exports.akn_sources import article_subject, law_subject, statement_subject
from legal_site.exports.akn_subject import Subject
from legal_site.exports.akn_xml import Element, block, document, inline, line
from legal_site.model.law import Article, EarlierWording
from legal_site.model.statement import Statement
from legal_site.site import Site
from legal_site.view.reader import Reader


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    """Each law as published, each article in each wording but the current one's own address, each statement."""
    for version in site.content.site.versions:
        for law in site.content.laws.values():
            reader = site.reader(version.locale, permalink.law(law.id))
            yield from _of_law(reader, law, site_url)
        for statement in site.content.statements.values():
            reader = site.reader(version.locale, permalink.statement(statement.id))
            subject = statement_subject(reader, statement, site_url)
            yield _file(subject, _statement(reader, statement, subject))


def _of_law(reader: Reader, law: Law, site_url: str) -> Iterator[tuple[str, str]]:
    subjects, elements = [], []
    for article in law.articles.values():
        page = permalink.article(law.id, article.number)
        subject = article_subject(reader, law, article, page, site_url)
        element = article_element(reader, law, article)
        yield _file(subject, element)
        subjects.append(subject)
        elements.append(element)
        for earlier in article.earlier_wordings:
            old = _as_it_was(article, earlier)
            page = permalink.wording(law.id, article.number, earlier.wording.as_of)
            past = replace(article_subject(reader, law, old, page, site_url), wordings=subject.wordings)
            yield _file(past, article_element(reader, law, old))
    if elements:
        whole = law_subject(reader, law, subjects, site_url)
        yield _file(whole, _law(reader, law, elements, whole))


def _as_it_was(article: Article, earlier: EarlierWording) -> Article:
    """The article in an earlier wording, without what is said of the current one."""
    changed = {
        "heading": earlier.heading or article.heading,
        "wording": earlier.wording,
        "paragraphs": earlier.paragraphs,
        "provenance": {**article.provenance, **earlier.provenance},
        "notes": [],
        "sic": [],
        "earlier_wordings": [],
    }
    return article.model_copy(update=changed)


def _file(subject: Subject, content: Element) -> tuple[str, str]:
    """An article is a portion of its law; the others are documents of their own, whose metadata come first."""
    address = "/" + subject.file(subject.reader.version).removeprefix(subject.site_url)
    if subject.portion:
        body = block("portionBody", {"xml:lang": subject.reader.version.lang}, [content])
        whole = subject.expression(subject.reader.version)
        return address, document(block("portion", {"includedIn": whole}, [meta(subject), body]))
    return address, document(content)


def _law(reader: Reader, law: Law, elements: list[Element], subject: Subject) -> Element:
    title = line("p", [inline("docTitle", reader.text(law.info.title))])
    preface = block("preface", {"xml:lang": reader.version.lang}, [title])
    body = block("body", {"xml:lang": reader.version.lang}, articles(law, elements))
    return block("act", {"name": law.info.kind, "contains": "singleVersion"}, [meta(subject), preface, body])


def _statement(reader: Reader, statement: Statement, subject: Subject) -> Element:
    title = line("p", [inline("docTitle", reader.text(statement.title))])
    # The statement numbers nothing: the numbers are those of the addresses.
    paragraphs = []
    for part in statement.paragraphs:
        eid = f"para_{part.number}"
        number = line("num", part.number, {"status": "editorial"})
        words = line("p", reader.text(part.text))
        content = block("content", {"eId": f"{eid}__content"}, [words])
        paragraphs.append(block("paragraph", {"eId": eid}, [number, content]))
    lang = {"xml:lang": reader.version.lang}
    parts = [meta(subject), block("preface", lang, [title]), block("mainBody", lang, paragraphs)]
    return block("statement", {"name": "statement"}, parts)
