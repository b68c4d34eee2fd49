"""Which version's words another's are made from, as their provenance says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legal_site.model.base import Provenance
from legal_site.model.site import Version


def translated_from(versions: Sequence[Version], provenance: Mapping[str, Provenance], locale: str) -> Version | None:
    """The version whose words the text in a written locale translates. None: it translates none that is here.

    `provenance` is that of the text in each written locale. A translation is one of the official words. Where there
    are none, it is one of the text whose sources are all among its own, which are more: that text is what it was made
    from. Of two translations with the same sources neither is made from the other.
    """
    own = provenance[locale]
    if own.kind != "translation":
        return None
    written = [version for version in versions if not version.made_from]
    official = [version for version in written if provenance[version.locale].kind == "official"]
    used = set(own.sources or ())
    drawn_on = [version for version in written if set() < set(provenance[version.locale].sources or ()) < used]
    return next(iter(official or drawn_on), None)


def made_from(versions: Sequence[Version], provenance: Mapping[str, Provenance], version: Version) -> Version | None:
    """The version from which another is made: by a program, or by a translator. None: from none that is here."""
    if version.made_from:
        return next(each for each in versions if each.locale == version.made_from)
    return translated_from(versions, provenance, version.locale)
