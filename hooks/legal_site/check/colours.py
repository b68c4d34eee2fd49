"""The accents can be read on every background that they stand on."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.contrast import BACKGROUNDS, LEAST, contrast
from legal_site.load import Document
from legal_site.model.site import SiteInfo


def readable(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """An accent with too little contrast; the background from which it stands out least is told."""
    if not isinstance(model, SiteInfo):
        return
    for scheme, backgrounds in BACKGROUNDS.items():
        colour = str(getattr(model.colours, scheme))
        ratio, behind = min((contrast(colour, behind), behind) for behind in backgrounds.values())
        if ratio < LEAST:
            # Rounded down: 4.496 is not to be told as 4.5.
            found = math.floor(ratio * 10) / 10
            way_out = "darker" if scheme == "light" else "lighter"
            message = f"is {colour}, whose contrast on {behind} is {found}:1; text needs {LEAST}:1"
            yield Finding(("colours", scheme), f"{message}: choose a {way_out} one")


OWN_RULES: tuple[OwnRule, ...] = (readable,)
