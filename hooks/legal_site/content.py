"""Everything the site publishes, decoded: the one value that check, view and exports read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from legal_site.index import Index
from legal_site.load import Document
from legal_site.model.cases import Cases
from legal_site.model.flow import AdviceList, Deadlines, Flow, Letter
from legal_site.model.law import Article, LawInfo
from legal_site.model.proof import Proof
from legal_site.model.registers import Authorities, Changes, Glossary, Practice, Sources, Timeline
from legal_site.model.search import Endings, Search
from legal_site.model.site import Home, Interface, SiteInfo
from legal_site.model.statement import Statement
from legal_site.permalink import Provision
from legal_site.stemming import Stemmer
from legal_site.terms import Forms, forms_of


@dataclass(frozen=True)
class Law:
    """A law and its published articles, in the order of their numbers."""

    id: str
    info: LawInfo
    articles: dict[str, Article]
    """Keyed by the number as it stands in addresses: `146`, `24a`."""


@dataclass(frozen=True)
class Content:
    """The whole content of a site."""

    site: SiteInfo
    interface: Interface
    home: Home
    laws: dict[str, Law]
    statements: dict[str, Statement]
    flows: dict[str, Flow]
    letters: dict[str, Letter]
    cases: dict[str, Cases]
    advice: AdviceList
    deadlines: Deadlines
    sources: Sources
    authorities: Authorities
    glossary: Glossary
    timeline: Timeline
    practice: Practice
    changes: Changes
    search: Search
    proof: Proof
    day: date
    """The day of the build, on which it shows what was checked too long ago."""
    index: Index = field(repr=False)
    made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False, kw_only=True)
    """What views make once for all pages of a build, by a key that begins with its name."""
    documents: dict[str, Document] = field(repr=False)
    """The files the values came from, by their key (`site`, `laws/kz/articles/146`), for messages."""

    @property
    def own_address(self) -> str:
        """The address in `site.yml`, from which lasting ids are made: SITE_URL, which a copy may set, leaves it."""
        value = self.documents["site"].value
        return str(value["address"]) if isinstance(value, dict) else self.site.address

    @cached_property
    def outline(self) -> tuple[object, ...]:
        """What is published, without its words: what every page that cites or links a provision depends on."""
        numbers = ((law.id, key, article.number) for law in self.laws.values() for key, article in law.articles.items())
        return frozenset(self.index.published), frozenset(self.index.articles), tuple(numbers)

    def digests(self, *keys: str) -> tuple[str, ...]:
        """The digests of files, by key; one that ends with a slash stands for all files of that folder."""
        found = []
        for key in keys:
            names = [name for name in self.documents if name.startswith(key)] if key.endswith("/") else [key]
            found += [f"{name} {self.documents[name].digest}" for name in names if name in self.documents]
        return tuple(found)

    @cached_property
    def forms(self) -> dict[str, Forms | None]:
        """The glossary's word forms for each written language."""
        return {locale: forms_of(self.glossary.terms, locale) for locale in self.written_locales}

    @cached_property
    def stemmers(self) -> dict[str, Stemmer]:
        """How the words of each written language are found in every form."""
        endings, ignored = self.search.endings, self.search.ignored
        return {
            locale: Stemmer.of(endings.get(locale, Endings()), ignored.get(locale, ()))
            for locale in self.written_locales
        }

    def is_published(self, provision: Provision) -> bool:
        """Whether the provision has an address on this site."""
        if provision.paragraph is None:
            return f"{provision.law}/{provision.article}" in self.index.articles
        return str(provision) in self.index.published

    @property
    def written_locales(self) -> list[str]:
        """The locales that are written by hand; the others are made from them."""
        return [version.locale for version in self.site.written_versions]
