"""What a text is, where it comes from and when it was checked, in one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from legal_site.content import Law
from legal_site.model.base import Provenance
from legal_site.model.law import Article, Paragraph
from legal_site.permalink import register
from legal_site.view.reader import Reader
from legal_site.view.sentences import joined, sentence


class SourceLine(NamedTuple):
    """A source as a provenance names it."""

    title: str
    link: str
    seen: str | None
    """In what form it was read, if not at its own address."""

    @property
    def words(self) -> str:
        """The title, and the form in parentheses."""
        return f"{self.title} ({self.seen})" if self.seen else self.title


@dataclass(frozen=True)
class ProvenanceView:
    """A provenance as a page shows it."""

    kind: str
    """`official`, `translation`, `transliteration` or `editorial`."""
    in_short: str | None
    """What the text is, where the name of its kind says too little."""
    status: str
    """What the text is in one line: in short, else the name of its kind."""
    sources: list[SourceLine]
    independent_sources: int | None
    verified_on: date
    verified_by: str | None
    note: str | None

    @property
    def sentence(self) -> str:
        """The status with a full stop."""
        return sentence(self.status)


def provenance_of(reader: Reader, law: Law, article: Article, part: Paragraph | None = None) -> Provenance:
    """Where a text of the law comes from: as its paragraph says, else its article, else its law."""
    of_law, of_article = law.info.provenance.get(reader.written), article.provenance.get(reader.written)
    base = of_article.over(of_law) if of_article else of_law or Provenance()
    own = part.provenance.get(reader.written) if part else None
    return own.over(base) if own else base


def text_kind(reader: Reader, provenance: Provenance) -> str:
    """What a text is in the reader's version: made by program, it is a transliteration of what was official."""
    assert provenance.kind is not None
    return "transliteration" if reader.version.made_from else provenance.kind


def in_short(reader: Reader, provenance: Provenance) -> str | None:
    """What a text is, where its provenance says it in short."""
    return reader.text(provenance.in_short) if provenance.in_short else None


def with_script(reader: Reader, words: str) -> str:
    """What is said of a text as it was written, and in a version made by program that it was made so."""
    return joined(words, reader.ui("kind_transliteration")) if reader.version.made_from else words


def _said_of_sources(reader: Reader) -> Mapping[str, tuple[str, str | None]]:
    """The title of each source in the reader's version, and in what form it was read, by its id."""
    made, key = reader.content.made, ("said of sources", reader.version.locale)
    if key not in made:
        made[key] = {
            source.id: (reader.text(source.title), reader.text(source.seen) if source.seen else None)
            for source in reader.content.sources.sources
        }
    return cast(Mapping[str, tuple[str, str | None]], made[key])


def provenance_view(reader: Reader, provenance: Provenance) -> ProvenanceView:
    """The provenance of a text in the reader's version.

    A version made by program shows the official words in another script: a transliteration.
    """
    assert provenance.verified_on is not None
    said = _said_of_sources(reader)
    kind, short = text_kind(reader, provenance), in_short(reader, provenance)
    return ProvenanceView(
        kind=kind,
        in_short=short,
        status=with_script(reader, short) if short else reader.ui(f"kind_{kind}"),
        sources=[
            SourceLine(title, reader.link(register("sources", name)), seen)
            for name in provenance.sources or []
            for title, seen in [said[name]]
        ],
        independent_sources=provenance.independent_sources,
        verified_on=provenance.verified_on,
        verified_by=reader.text(provenance.verified_by) if provenance.verified_by else None,
        note=str(reader.rich(provenance.note)) if provenance.note else None,
    )
