"""A version of a law or of an article of it as a node of schema.org's Legislation.

Sources: https://schema.org/Legislation, and the ELI Taskforce's guide to describing legislation with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legal_site import frbr, permalink
from legal_site.content import Law
from legal_site.model.base import Provenance
from legal_site.model.law import Article
from legal_site.model.site import Version
from legal_site.permalink import Provision, number_in_address
from legal_site.view.derivation import made_from, translated_from
from legal_site.view.labels import article_title
from legal_site.view.reader import Reader

Node = dict[str, Any]

UNOFFICIAL = "https://schema.org/UnofficialLegalValue"
"""True of every version, the official words too: “no particular or special standing (e.g. a republication of a law
by a private publisher)”."""

_BRIEF = frozenset(
    {"@type", "@id", "inLanguage", "legislationLegalValue", "workTranslation", "translationOfWork", "isBasedOn"}
)
"""What the pages of other versions say of a version."""


def full(site_url: str, reader: Reader, address: str) -> str:
    """The whole address of a page of the reader's version."""
    return site_url.rstrip("/") + permalink.prefixed(address, reader.prefix)


def known(**values: Any) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in values.items() if value}


def legislation(reader: Reader, law: Law, article: Article | None, site_url: str) -> Node:
    """One version of an article, or of a law."""
    work, given = frbr.law_work(reader.content, law), law.info.provenance
    if article is None:
        return {
            **_head(reader, permalink.law(law.id), site_url),
            **_law(reader, law),
            **_origin(reader, given, permalink.law(law.id), site_url),
        }
    here = Provision(law.id, number_in_address(article.number))
    address = full(site_url, reader, permalink.law(law.id))
    whole = {"@type": "Legislation", "@id": address, **_named(reader, law)}  # the page of the law has the rest of it
    wording = article.wording
    expression = frbr.expression(reader.content, work, reader.version, wording.as_of)
    own = {locale: article.provenance.get(locale, Provenance()).over(laws) for locale, laws in given.items()}
    return {
        **_head(reader, here.page, site_url),
        "name": article_title(reader, law, article),
        "alternateName": reader.cite(here),
        "legislationIdentifier": frbr.portion(expression, frbr.eid(here)),
        "legislationJurisdiction": reader.text(reader.content.site.jurisdiction),
        # Of a text that was only seen on some day nobody knows whether it was in force then.
        **known(legislationDateVersion=wording.as_of.isoformat() if wording.basis != "seen" else None),
        "isPartOf": whole,
        **_origin(reader, own, here.page, site_url),
    }


def in_brief(node: Node) -> Node:
    """The version as another version's page names it: what it is, in which language, and of which other it is made."""
    return {name: value for name, value in node.items() if name in _BRIEF}


def _head(reader: Reader, page: str, site_url: str) -> Node:
    address = full(site_url, reader, page)
    is_first = reader.version is reader.content.site.versions[0]
    file = site_url.rstrip("/") + permalink.akn(page, "" if is_first else reader.version.locale)
    return {
        "@type": ["Legislation", "LegislationObject"],
        "@id": address,
        "url": address,
        "inLanguage": reader.version.lang,
        "legislationLegalValue": UNOFFICIAL,
        "encoding": {"@type": "MediaObject", "encodingFormat": "application/akn+xml", "contentUrl": file},
    }


def _named(reader: Reader, law: Law) -> Node:
    return {
        "name": reader.text(law.info.title),
        "alternateName": reader.text(law.info.abbreviation),
        "legislationIdentifier": frbr.law_work(reader.content, law),
    }


def _law(reader: Reader, law: Law) -> Node:
    """What is known of the law as a whole. What nobody has established is left out."""
    info = law.info
    day, kind = frbr.law_date(law)
    return {
        **_named(reader, law),
        "legislationJurisdiction": reader.text(reader.content.site.jurisdiction),
        **known(
            legislationDate=info.adopted_on.isoformat() if info.adopted_on else None,
            datePublished=day[:4] if kind == "year-of-publication" else None,
            legislationPassedBy={"@type": "Organization", "name": reader.text(info.passed_by)}
            if info.passed_by
            else None,
            citation=info.official_address,
        ),
    }


def _origin(reader: Reader, provenance: Mapping[str, Provenance], page: str, site_url: str) -> Node:
    """How the versions hang together: which translates, or is made by a program from, which."""

    def node(version: Version) -> Node:
        return {"@id": full(site_url, Reader(reader.content, version, page), page)}

    versions = reader.content.site.versions
    source = made_from(versions, provenance, reader.version)
    if source:
        return {"isBasedOn" if reader.version.made_from else "translationOfWork": node(source)}
    written = reader.content.site.written_versions
    translated = (each for each in written if translated_from(versions, provenance, each.locale) is reader.version)
    return known(workTranslation=[node(version) for version in translated])
