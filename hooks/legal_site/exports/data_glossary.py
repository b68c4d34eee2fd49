"""The glossary as data."""

from __future__ import annotations

from legal_site import permalink
from legal_site.exports.data_file import DataFile
from legal_site.exports.data_text import ProvisionLink, Shape, Texts
from legal_site.exports.every_version import EveryVersion


class TermShape(Shape):
    """A legal term, explained in plain words. The explanation is the publisher's, not the law's."""

    id: str
    address: str
    term: Texts
    meaning: Texts
    provisions: list[ProvisionLink]
    forms: dict[str, list[str]]
    """The word forms that are explained where they stand in the law, by locale; a locale may be missing."""


class GlossaryFile(DataFile):
    """The whole glossary."""

    terms: list[TermShape]


def term_shapes(every: EveryVersion) -> list[TermShape]:
    """The terms in the order of the page."""
    return [
        TermShape(
            id=term.id,
            address=permalink.register("glossary", term.id),
            term=every.ours(term.term),
            meaning=every.rich(term.meaning),
            provisions=every.provisions(term.provisions),
            forms={
                locale: [reader.plain(form) for form in term.match[reader.written]]
                for locale, reader in every.readers.items()
                if reader.written in term.match
            },
        )
        for term in every.site.content.glossary.terms
    ]
