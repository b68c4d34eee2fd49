"""A site whose content, prose and addresses are in order: what the build, the command line and the tests start from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from legal_site.addresses import addresses
from legal_site.build import build_content
from legal_site.permanence import checked_permanence
from legal_site.prose_check import checked_prose
from legal_site.site import Kept, Site


def checked_site(
    folder: Path, docs: Path, address: str | None = None, before: Site | None = None, day: date | None = None,
    keeps: bool = False,
) -> Site:  # fmt: skip
    """The site of a content folder and the folder of its prose; nothing is written.

    `address` is where it lives, if not where `site.yml` says; `day` is the build's, None: today. With `keeps` the site
    keeps what it makes for the next one, which is given it as `before`.
    Raises ContentError with every problem of the first step that finds any.
    """
    content = build_content(folder, day, address, before.content if before else None)
    prose = tuple(checked_prose(docs, content))
    permanence = checked_permanence(folder, {*addresses(content), *prose})
    kept: Kept | None = ((before.kept if before else None) or {}) if keeps else None
    return Site(content, kept, permanence=permanence, prose_addresses=prose)
