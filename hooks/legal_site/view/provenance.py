"""What a text is, where it comes from and when it was checked, in one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from legal_site.content import Law
from legal_site.model.base import Provenance
from legal_site.model.law import Article, Paragraph
from legal_site.permalink import register
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class ProvenanceView:
    """A provenance as a page shows it."""

    kind: str
    """`official`, `translation`, `transliteration` or `editorial`."""
    sources: list[tuple[str, str]]
    """Title and link of each source."""
    independent_sources: int | None
    verified_on: date
    verified_by: str | None
    note: str | None


def provenance_of(reader: Reader, law: Law, article: Article, part: Paragraph | None = None) -> Provenance:
    """Where a text of the law comes from: as its paragraph says, else its article, else its law."""
    base = article.provenance.get(reader.written, Provenance()).over(law.info.provenance.get(reader.written))
    own = part.provenance.get(reader.written) if part else None
    return own.over(base) if own else base


def text_kind(reader: Reader, provenance: Provenance) -> str:
    """What a text is in the reader's version: made by program, it is a transliteration of what was official."""
    assert provenance.kind is not None
    return "transliteration" if reader.version.made_from else provenance.kind


def _titles(reader: Reader) -> Mapping[str, str]:
    """The title of each source in the reader's version, by its id."""
    made, key = reader.content.made, ("source titles", reader.version.locale)
    if key not in made:
        made[key] = {source.id: reader.text(source.title) for source in reader.content.sources.sources}
    return cast(Mapping[str, str], made[key])


def provenance_view(reader: Reader, provenance: Provenance) -> ProvenanceView:
    """The provenance of a text in the reader's version.

    A version made by program shows the official words in another script: a transliteration.
    """
    assert provenance.verified_on is not None
    titles = _titles(reader)
    return ProvenanceView(
        kind=text_kind(reader, provenance),
        sources=[(titles[source], reader.link(register("sources", source))) for source in provenance.sources or []],
        independent_sources=provenance.independent_sources,
        verified_on=provenance.verified_on,
        verified_by=reader.text(provenance.verified_by) if provenance.verified_by else None,
        note=str(reader.rich(provenance.note)) if provenance.note else None,
    )
