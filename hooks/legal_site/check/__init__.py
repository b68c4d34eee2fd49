"""The rules that content must keep, one family of rules a file. All are tried; all problems are told."""

from __future__ import annotations

from datetime import date

from legal_site.check import (
    addresses,
    cases,
    characters,
    colours,
    dates,
    flows,
    ids,
    interface,
    letters,
    markup,
    numbering,
    pictures,
    proof,
    references,
    search,
    texts,
    versions,
)
from legal_site.check.rule import Context, Rule
from legal_site.decode import Decoded
from legal_site.index import build_index
from legal_site.model.site import SiteInfo
from legal_site.problems import MORE, MOST, Place, Problem, path_text

RULES: tuple[Rule, ...] = (
    *characters.RULES,
    *markup.RULES,
    *texts.RULES,
    *numbering.RULES,
    *references.RULES,
    *ids.RULES,
    *addresses.RULES,
    *dates.RULES,
    *versions.RULES,
    *flows.RULES,
    *cases.RULES,
    *letters.RULES,
    *interface.RULES,
    *colours.RULES,
    *search.RULES,
    *pictures.RULES,
    *proof.RULES,
)


def check(decoded: Decoded, today: date) -> list[Problem]:
    """Every problem that the rules find, unsorted.

    `today` is the day of the build: no date in the content may lie after it.
    """
    site = decoded.models.get("site")
    context = Context(
        index=build_index(decoded.documents, decoded.unread),
        site=site if isinstance(site, SiteInfo) else None,
        today=today,
        models=decoded.models,
        keys={*decoded.documents, *decoded.unread},
    )
    problems = list(_folders(decoded))
    for key, document in decoded.documents.items():
        if not isinstance(document.value, dict):
            continue  # told by the decoder
        model = decoded.models.get(key)
        for rule in RULES:
            for number, finding in enumerate(rule(key, document, model, context)):
                place = document.place(finding.loc)
                if number == MOST:
                    problems.append(Problem(place, f"the file {MORE}"))
                    break
                problems.append(Problem(place, f"{path_text(finding.loc)} {finding.message}"))
    return problems


def _folders(decoded: Decoded) -> list[Problem]:
    """A law without articles, articles without their law, no law or statement at all."""
    problems = []
    keys = {*decoded.documents, *decoded.unread}
    laws = {key.split("/")[1] for key in keys if key.startswith("laws/")}
    for law in sorted(laws):
        articles = [key for key in keys if key.startswith(f"laws/{law}/articles/")]
        if f"laws/{law}/law" not in keys:
            problems.append(Problem(Place(f"{decoded.folder}/laws/{law}/law.yml"), "the file is missing"))
        if not articles:
            folder = Place(f"{decoded.folder}/laws/{law}/articles")
            problems.append(Problem(folder, "the folder has no article: add one or remove the law"))
    if not laws and keys:
        folder = Place(f"{decoded.folder}/laws")
        problems.append(Problem(folder, "the folder is empty: at least one law is expected"))
    return problems
