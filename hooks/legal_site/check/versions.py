"""The list of versions fits together."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document
from legal_site.model.site import SiteInfo


def versions(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A version twice, a first one that is not written by hand, or one made from a version there is not."""
    if not isinstance(model, SiteInfo):
        return
    locales = [version.locale for version in model.versions]
    languages = {version.locale: version.lang for version in model.versions}
    written = {version.locale for version in model.written_versions}
    for index, version in enumerate(model.versions):
        if version.locale in locales[:index]:
            yield Finding(("versions", index, "locale"), f"is {version.locale!r}, which stands above already")
        if version.made_from is not None and version.made_from not in written:
            known = ", ".join(sorted(written))
            message = f"is {version.made_from!r}, which is no version written by hand: expected one of {known}"
            yield Finding(("versions", index, "made_from"), message)
        elif version.made_from is not None and languages[version.made_from].split("-")[0] != "sr":
            written_in = languages[version.made_from]
            message = f"is {version.made_from!r}, which is written in {written_in}: only Serbian can be transliterated"
            yield Finding(("versions", index, "made_from"), message)
    if model.versions[0].made_from is not None:
        yield Finding(("versions", 0), "is the default version and must be written by hand, not made from another")
    if not model.address.endswith("/"):
        yield Finding(("address",), "has no slash at the end: add one")


OWN_RULES: tuple[OwnRule, ...] = (versions,)
