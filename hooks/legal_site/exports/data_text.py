"""Texts in every version at once, as the data exports carry them: plain words, each with what it is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from legal_site import permalink
from legal_site.model.base import Note, Provenance
from legal_site.permalink import Provision
from legal_site.site import Site
from legal_site.view.provenance import provenance_view
from legal_site.view.reader import Reader

_TAG = re.compile(r"<[^>]+>")

Kind = Literal["official", "translation", "transliteration", "editorial"]


class Shape(BaseModel):
    """A value of an export. Not closed to further fields: readers are asked to pass over what they do not know."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class TextInVersion(Shape):
    """The words of a text in one version, and what they are."""

    text: str
    """Plain text, exactly as the page of that version shows it."""
    kind: Kind
    """`official`: the law's own words. `translation`: unofficial. `transliteration`: made by a program from the
    version that `versions` names in `made_from`. `editorial`: the publisher's own words."""


IN_EVERY_VERSION = Field(json_schema_extra={"x-versions": True})
Texts = Annotated[dict[str, TextInVersion], IN_EVERY_VERSION]
"""By locale."""
Names = Annotated[dict[str, str], IN_EVERY_VERSION]
"""Citations and other names, by locale."""


class ProvisionLink(Shape):
    """A provision that is referred to."""

    id: str
    """`kz/146/p3`."""
    citation: Names
    address: str | None = None
    """Its address on the site. Left out for a provision that the site does not publish."""


class SourceLink(Shape):
    """An entry of the register of sources."""

    id: str
    title: Names
    address: str
    """The entry on the site."""
    original: str | None = None
    """Where the source itself is, if that is known."""


class ProvenanceInVersion(Shape):
    """Where a text in one version comes from and when it was last compared with its source."""

    kind: Kind
    sources: list[SourceLink]
    independent_sources: int | None = None
    """In how many sources that do not copy each other the same words were seen."""
    verified_on: date
    verified_by: str | None = None
    """Who compared it. Left out while nobody answers for it by name."""
    note: str | None = None


Provenances = Annotated[dict[str, ProvenanceInVersion], IN_EVERY_VERSION]


class NoteShape(Shape):
    """An editor's note. It stands beside the text and is no part of it."""

    id: str
    kind: str
    """`derived`, `doubt`, `gap`, `context` or `correction`; the page on the method says what they mean."""
    about: str | None = None
    """The anchor of the paragraph it belongs to. Left out: the whole."""
    text: Texts


@dataclass(frozen=True)
class EveryVersion:
    """All versions of a site as the reader of one who makes an export."""

    site: Site
    readers: dict[str, Reader]
    """By locale, in the order of the versions."""
    _links: dict[str, ProvisionLink] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, site: Site) -> EveryVersion:
        versions = site.content.site.versions
        return cls(site, {version.locale: site.reader(version.locale, "/") for version in versions})

    def names(self, name: Callable[[Reader], str]) -> dict[str, str]:
        """What `name` says in each version."""
        return {locale: name(reader) for locale, reader in self.readers.items()}

    def texts(self, text: Mapping[str, str], kinds: Mapping[str, Kind]) -> dict[str, TextInVersion]:
        """A text that the pages show as it is written; `kinds` says by locale what it is."""
        return {
            locale: TextInVersion(text=reader.text(text), kind=kinds[locale]) for locale, reader in self.readers.items()
        }

    def ours(self, text: Mapping[str, str]) -> dict[str, TextInVersion]:
        """An editorial text without markup."""
        return self.texts(text, self._editorial)

    def rich(self, text: Mapping[str, str]) -> dict[str, TextInVersion]:
        """An editorial text whose markup is taken off, the provisions that it mentions cited."""
        return {
            locale: TextInVersion(text=plain_text(reader.rich(text)), kind=self._editorial[locale])
            for locale, reader in self.readers.items()
        }

    @property
    def _editorial(self) -> dict[str, Kind]:
        return {
            locale: "transliteration" if reader.version.made_from else "editorial"
            for locale, reader in self.readers.items()
        }

    def provision(self, name: str) -> ProvisionLink:
        """The provision of an address such as `kz/146/p3`."""
        if name not in self._links:
            provision = Provision.parse(name)
            address = provision.address if self.site.content.is_published(provision) else None
            citation = self.names(lambda reader: reader.cite(provision))
            self._links[name] = ProvisionLink(id=name, citation=citation, address=address)
        return self._links[name]

    def provisions(self, names: list[str]) -> list[ProvisionLink]:
        return [self.provision(name) for name in names]

    def provenances(self, provenance: Mapping[str, Provenance]) -> dict[str, ProvenanceInVersion]:
        """The provenance of a text in each version, from those of the written ones, their gaps filled."""
        return {locale: self._provenance(reader, provenance[reader.written]) for locale, reader in self.readers.items()}

    def _provenance(self, reader: Reader, provenance: Provenance) -> ProvenanceInVersion:
        view = provenance_view(reader, provenance)
        register = {source.id: source for source in self.site.content.sources.sources}
        return ProvenanceInVersion(
            kind=cast(Kind, view.kind),
            sources=[
                SourceLink(
                    id=name,
                    title=self.names(lambda reader, name=name: reader.text(register[name].title)),  # type: ignore[misc]
                    address=permalink.register("sources", name),
                    original=register[name].address,
                )
                for name in provenance.sources or []
            ],
            independent_sources=view.independent_sources,
            verified_on=view.verified_on,
            verified_by=view.verified_by,
            note=plain_text(view.note) if view.note else None,
        )

    def note(self, note: Note) -> NoteShape:
        return NoteShape(id=note.id, kind=note.kind, about=note.about, text=self.rich(note.text))


def plain_text(markup: str) -> str:
    """The words of a piece of our own HTML; its paragraphs and list items stand on lines of their own."""
    return html.unescape(_TAG.sub("", markup)).strip()


def kinds(provenances: Mapping[str, ProvenanceInVersion]) -> dict[str, Kind]:
    """What a text is, by locale."""
    return {locale: provenance.kind for locale, provenance in provenances.items()}
