"""What a rule is: a function that looks at one document and yields what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from legal_site.index import Index
from legal_site.load import Document, Loc
from legal_site.model.site import SiteInfo


@dataclass(frozen=True)
class OwnContext:
    """What a rule about one file alone may know beside it."""

    site: SiteInfo | None
    """None where `site.yml` itself could not be decoded."""

    @property
    def written_locales(self) -> list[str]:
        """The languages written by hand. Empty where `site.yml` could not be decoded."""
        return [version.locale for version in self.site.written_versions] if self.site else []


@dataclass(frozen=True)
class Context(OwnContext):
    """What any other rule may know beside its document."""

    index: Index
    today: date
    models: Mapping[str, BaseModel]
    keys: Collection[str] = ()
    """The keys of all files, those that could not be decoded among them."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where in the document, and what to do."""

    loc: Loc
    message: str


OwnRule = Callable[[str, Document, BaseModel | None, OwnContext], Iterator[Finding]]
"""A rule that needs nothing but the file and `site.yml`: while both read the same, a preview need not ask again."""

Rule = Callable[[str, Document, BaseModel | None, Context], Iterator[Finding]]
