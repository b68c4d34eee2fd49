"""What a text is, where it comes from and when it was checked, in one version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legal_site.model.base import Provenance
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


def provenance_view(reader: Reader, provenance: Provenance) -> ProvenanceView:
    """The provenance of a text in the reader's version.

    A version made by program shows the official words in another script: a transliteration.
    """
    kind = provenance.kind
    assert kind is not None and provenance.verified_on is not None
    titles = {source.id: source.title for source in reader.content.sources.sources}
    return ProvenanceView(
        kind="transliteration" if reader.version.made_from else kind,
        sources=[
            (reader.text(titles[source]), reader.link(register("sources", source)))
            for source in provenance.sources or []
        ],
        independent_sources=provenance.independent_sources,
        verified_on=provenance.verified_on,
        verified_by=reader.text(provenance.verified_by) if provenance.verified_by else None,
        note=str(reader.rich(provenance.note)) if provenance.note else None,
    )
