"""Where the proof looks: every page of the built site, and one of each kind in each version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from legal_site import fragment, graph, permalink
from legal_site.content import Content
from legal_site.model.law import Paragraph
from legal_site.model.site import Version
from legal_site.pages import pages
from legal_site.relations import paragraph_of

NOT_FOUND = "/404.html"


@dataclass(frozen=True)
class Place:
    """One kind of page in one version."""

    kind: str
    version: str
    """Its locale."""
    address: str
    """With the version's prefix, and the query or fragment that brings it into the state looked at."""

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class Places:
    """The pages of one built site."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.folder = folder
        self.content = content

    @property
    def versions(self) -> list[Version]:
        return self.content.site.versions

    def every_page(self) -> list[str]:
        """The address of every HTML file, with its version's prefix."""
        files = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return ["/" + file.removesuffix("index.html") for file in files]

    def articles(self) -> list[str]:
        """The address of each article in each version."""
        return [
            self.prefixed(permalink.article(law.id, number), version)
            for version in self.versions
            for law in self.content.laws.values()
            for number in law.articles
        ]

    def each_kind(self) -> list[Place]:
        """One page of each kind in every version; 404.html is one for all."""
        found = [
            Place(kind, version.locale, self.prefixed(address, version))
            for kind, address in self.kinds().items()
            for version in self.versions
        ]
        queries = [
            Place("search-results", v.locale, self.prefixed(permalink.SEARCH, v) + f"?q={quote(self.query(v))}")
            for v in self.versions
        ]
        return [*found, *queries, Place("not-found", self.versions[0].locale, NOT_FOUND)]

    def prefixed(self, address: str, version: Version) -> str:
        return permalink.prefixed(address, "" if version is self.versions[0] else version.locale)

    def kinds(self) -> dict[str, str]:
        """An address of each kind of page, without a version's prefix. Of several the largest: it strains most."""
        candidates: dict[str, list[str]] = {}
        for page in pages(self.content):
            candidates.setdefault(page.template.removesuffix(".html"), []).append(page.address)
        candidates["prose"] = self._prose()
        for kind, address in self._of_articles():
            candidates.setdefault(kind, []).append(address)
        for statement in self.content.statements.values():
            anchors = [permalink.statement_anchor(part.number) for part in statement.paragraphs]
            cards = candidates.setdefault("statement-card", [])
            cards += [permalink.statement_card(statement.id, anchor) for anchor in anchors]
        chosen = {kind: max(addresses, key=self._size) for kind, addresses in candidates.items() if addresses}
        return chosen | self._outcome()

    def _size(self, address: str) -> int:
        return (self.folder / permalink.file_of(address)).stat().st_size

    def _of_articles(self) -> Iterator[tuple[str, str]]:
        for law in self.content.laws.values():
            for number, article in law.articles.items():
                yield "parallel", permalink.parallel(law.id, number)
                yield "wording", permalink.wording(law.id, number, article.wording.as_of)
                for part in article.paragraphs:
                    if isinstance(part, Paragraph):
                        yield "card", permalink.card(paragraph_of(law.id, article, part))

    def _prose(self) -> list[str]:
        """What is no page of the content stands under /about/."""
        made = {page.address for page in pages(self.content)}
        found = sorted((self.folder / "about").rglob("index.html"))
        addresses = ["/" + path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in found]
        return [address for address in addresses if address not in made]

    def _outcome(self) -> dict[str, str]:
        """A guide at the end of its longest path, the answers in the address."""
        for name, flow in self.content.flows.items():
            path = max(graph.paths(flow), key=lambda path: len(path.steps))
            return {"outcome": permalink.guide(name) + fragment.printed(path.outcome, dict(path.steps))}
        return {}

    def query(self, version: Version) -> str:
        """Words that the search of a version finds: a term of the glossary."""
        return self.content.glossary.terms[0].term[version.written]
