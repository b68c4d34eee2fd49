"""From a content folder to a `Content`: load, decode, check. Raises once, with every problem."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from legal_site.check import check
from legal_site.content import Content, Law
from legal_site.decode import OPTIONAL_FILES, SINGLE_FILES, Decoded, decode
from legal_site.index import build_index
from legal_site.load import load
from legal_site.model.base import is_reachable
from legal_site.model.cases import Cases
from legal_site.model.flow import Flow, Letter
from legal_site.model.law import Article, LawInfo
from legal_site.model.statement import Statement
from legal_site.problems import ContentError, Place, Problem, shown
from legal_site.ranges import order_of


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH (reproducible-builds.org) if set, else the day that it is now in UTC.

    Raises ContentError if SOURCE_DATE_EPOCH is no moment.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):  # the last two: a number that no calendar reaches
        expected = "expected the seconds since 1 January 1970, such as 1717200000 (`date +%s` prints those of now)"
        raise ContentError([Problem(Place("SOURCE_DATE_EPOCH"), f"is {shown(epoch)}: {expected}")]) from None


def build_content(
    folder: Path, day: date | None = None, address: str | None = None, before: Content | None = None
) -> Content:
    """The content of a folder; `address` (SITE_URL) is where the site lives, if not where `site.yml` says.

    `before` is the content of the build before this one, of which a file that has not changed is not read again.
    Raises ContentError with every problem found; nothing is written by this function.
    """
    day = day or today()  # first: without it no date of the content can be judged
    decoded = decode(load(folder, before.documents.values() if before else ()))
    problems = decoded.problems + check(decoded, day)
    if address and not (is_reachable(address) and address.startswith("http") and address.endswith("/")):
        expected = "expected an address that begins with https:// and ends with a slash"
        problems.append(Problem(Place("SITE_URL"), f"is {shown(address)}: {expected}"))
    if problems:
        raise ContentError(problems)
    content = _assemble(decoded, day)
    if not address:
        return content
    return replace(content, site=content.site.model_copy(update={"address": address}))


def _assemble(decoded: Decoded, day: date | None = None) -> Content:
    models = decoded.models
    laws: dict[str, Law] = {}
    infos = {key.split("/")[1]: model for key, model in models.items() if isinstance(model, LawInfo)}
    for law, info in sorted(infos.items(), key=lambda pair: (pair[1].order, pair[0])):
        prefix = f"laws/{law}/articles/"
        articles = {
            key.removeprefix(prefix): model
            for key, model in models.items()
            if key.startswith(prefix) and isinstance(model, Article)
        }
        laws[law] = Law(law, info, dict(sorted(articles.items(), key=lambda pair: order_of(pair[1].number))))
    statements = {model.id: model for _, model in sorted(models.items()) if isinstance(model, Statement)}
    registers = cast(dict[str, Any], {name: models[name] for name in SINGLE_FILES})
    registers |= {name: models.get(name) or kind() for name, kind in OPTIONAL_FILES.items()}
    ordered = sorted(models.items(), key=lambda pair: (getattr(pair[1], "order", 0), pair[0]))
    return Content(
        laws=laws,
        statements=statements,
        flows={_name(key): model for key, model in ordered if isinstance(model, Flow)},
        letters={_name(key): model for key, model in ordered if isinstance(model, Letter)},
        cases={_name(key): model for key, model in ordered if isinstance(model, Cases)},
        day=day or today(),
        index=build_index(decoded.documents),
        documents=decoded.documents,
        **registers,
    )


def _name(key: str) -> str:
    return key.rpartition("/")[2]
