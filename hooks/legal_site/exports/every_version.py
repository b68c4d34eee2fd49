"""Every version of the site at once: makes the texts, citations and provenances of the data exports."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from legal_site import permalink
from legal_site.exports.data_text import Kind, NoteShape, ProvenanceInVersion, ProvisionLink, SourceLink, TextInVersion
from legal_site.model.base import Note, Provenance
from legal_site.permalink import Provision
from legal_site.site import Site
from legal_site.view.provenance import provenance_view
from legal_site.view.reader import Reader

_TAG = re.compile(r"<[^>]+>")


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

    def provisions(self, names: Iterable[str]) -> list[ProvisionLink]:
        return [self.provision(name) for name in names]

    def provenances(self, provenance: Mapping[str, Provenance]) -> dict[str, ProvenanceInVersion]:
        """The provenance of a text in each version, from those of the written ones, their gaps filled."""
        return {locale: self._provenance(reader, provenance[reader.written]) for locale, reader in self.readers.items()}

    def _provenance(self, reader: Reader, provenance: Provenance) -> ProvenanceInVersion:
        view = provenance_view(reader, provenance)
        register = {source.id: source for source in self.site.content.sources.sources}
        return ProvenanceInVersion(
            kind=cast(Kind, view.kind),
            in_short=view.in_short,
            sources=[
                SourceLink(
                    id=name,
                    title=reader.text(register[name].title),
                    address=permalink.register("sources", name),
                    original=register[name].address,
                    seen=reader.text(seen) if (seen := register[name].seen) else None,
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
