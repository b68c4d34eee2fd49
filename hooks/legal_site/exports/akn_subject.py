"""What one Akoma Ntoso document is about, in one version: all that its metadata are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legal_site import frbr, permalink
from legal_site.model.base import Provenance
from legal_site.model.site import Version
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class Remark:
    """An editor's note. `about` is the eId that it belongs to; None: the whole document."""

    about: str | None
    text: str


@dataclass(frozen=True)
class Origin:
    """What the words of a part are and where they come from."""

    about: str | None
    provenance: Provenance
    wording: date | None = None
    basis: str | None = None


@dataclass(frozen=True)
class Subject:
    """What one document is about, in one version."""

    reader: Reader
    site_url: str
    work: str
    work_date: tuple[str, str]
    """The date of the work and what it is."""
    number: str
    author: str
    is_prescriptive: bool
    page: str
    """The page with the same words, without the version's prefix."""
    lasting: str
    """The address that has these words for ever, if there is one; else that of the page."""
    provenance: Mapping[str, Provenance]
    """What the text is and where it comes from, by written locale."""
    verified_on: date
    as_of: date | None = None
    basis: str = "published"
    """What `as_of` is."""
    portion: str | None = None
    """The eId of the part that the document holds. None: it holds the whole."""
    wordings: Sequence[date] = ()
    """The known wordings, oldest first."""
    gazette: str | None = None
    """The number of the gazette in which the law was published. None: not established, or no law."""
    amended_by: Sequence[str] = ()
    """The numbers of those with its amendments."""
    remarks: Sequence[Remark] = ()
    origins: Sequence[Origin] = ()

    def expression(self, version: Version) -> str:
        return frbr.expression(self.reader.content, self.work, version, self.as_of)

    def this(self, iri: str) -> str:
        return frbr.portion(iri, self.portion) if self.portion else iri

    def file(self, version: Version) -> str:
        """The address of the document about the same in one of the versions."""
        is_first = version is self.reader.content.site.versions[0]
        return self.full(permalink.akn(self.page, "" if is_first else version.locale))

    def full(self, address: str) -> str:
        return self.site_url.rstrip("/") + address
