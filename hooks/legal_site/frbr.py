"""Makes the identifiers of Akoma Ntoso: IRIs of works and expressions, eIds of their parts. Nobody else does.

Source: Akoma Ntoso Naming Convention 1.0, OASIS Standard of 21 February 2019, sections 4 (IRIs) and 5 (eIds):
https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/akn-nc-v1.0.html
"""

from __future__ import annotations

import re
from datetime import date

from legal_site.content import Content, Law
from legal_site.model.site import Version
from legal_site.model.statement import Statement
from legal_site.permalink import Provision

_GAZETTE = re.compile(r"(\d+)/(\d{4})")
_NO_YEAR = "0001"
"""Stands for a year that nobody has established, as in cobalt, the library of Indigo and Laws.Africa."""


def law_work(content: Content, law: Law) -> str:
    """The IRI of a law: `/akn/rs/act/2005/kz`. Its year is that of the gazette that published it first."""
    return f"/akn/{content.site.country}/act/{_year(law)}/{law.id}"


def law_date(law: Law) -> tuple[str, str]:
    """A law's date and what it is. Where only the year is known, the first of January stands for it."""
    if law.info.adopted_on:
        return law.info.adopted_on.isoformat(), "adoption"
    return f"{_year(law)}-01-01", "unknown" if _year(law) == _NO_YEAR else "year-of-publication"


def _year(law: Law) -> str:
    found = _GAZETTE.search(law.info.gazette[0]) if law.info.gazette else None
    if found:
        return found.group(2)
    return f"{law.info.adopted_on.year:04}" if law.info.adopted_on else _NO_YEAR


def gazette(content: Content, number: str) -> str | None:
    """The IRI of the issue of a gazette, `94/2024` → `/akn/rs/officialGazette/2024/94`. None for another form."""
    found = _GAZETTE.match(number)
    return f"/akn/{content.site.country}/officialGazette/{found.group(2)}/{found.group(1)}" if found else None


def statement_work(content: Content, statement: Statement) -> str:
    """The IRI of a statement; `nn` stands for the number that it does not have."""
    number = statement.id.removeprefix(statement.date.isoformat()).strip("-") or "nn"
    return f"/akn/{content.site.country}/statement/{statement.date.isoformat()}/{number}"


def expression(content: Content, work: str, version: Version, as_of: date | None = None) -> str:
    """The IRI of one version of a work, in its wording of `as_of`: `…/srp@2026-02-21`.

    Where two versions are in one language, the later one is told apart by its locale: `…/srp@2026-02-21;sr-Latn`.
    """
    identifiers = [as_of.isoformat()] if as_of else []
    variant = language_variant(content, version)
    return f"{work}/{version.language}@{';'.join([*identifiers, *([variant] if variant else [])])}"


def language_variant(content: Content, version: Version) -> str | None:
    """What tells a version from an earlier one in the same language: its locale. None for the first of a language."""
    first = next(other for other in content.site.versions if other.language == version.language)
    return None if first is version else version.locale


def portion(iri: str, eid: str) -> str:
    """The IRI of a part of a work or expression: `/akn/rs/act/2005/kz/~art_146`."""
    return f"{iri}/~{eid}"


def eid(provision: Provision) -> str:
    """The eId of a provision: `art_146__para_3__point_2`. Its numbers are those of the address."""
    parts = [f"art_{provision.article}"]
    for kind, number in (
        ("para", provision.paragraph),
        ("point", provision.item),
        ("point", provision.subitem),
    ):
        if number is not None:
            parts.append(f"{kind}_{number}")
    return "__".join(parts)
