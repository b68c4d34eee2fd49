"""The rules that content must keep, one family of rules a file. All are tried; all problems are told."""

from __future__ import annotations

from datetime import date

from legal_site.check import addresses, cases, characters, dates, flows, letters, numbering, references, texts, versions
from legal_site.check.rule import Context, Rule
from legal_site.decode import Decoded, path_text
from legal_site.index import build_index
from legal_site.model.site import SiteInfo
from legal_site.problems import Place, Problem

RULES: tuple[Rule, ...] = (
    *characters.RULES,
    *texts.RULES,
    *numbering.RULES,
    *references.RULES,
    *addresses.RULES,
    *dates.RULES,
    *versions.RULES,
    *flows.RULES,
    *cases.RULES,
    *letters.RULES,
)


def check(decoded: Decoded, today: date) -> list[Problem]:
    """Every problem that the rules find, unsorted.

    `today` is the day of the build: no date in the content may lie after it.
    """
    site = decoded.models.get("site")
    context = Context(
        index=build_index(decoded.documents),
        site=site if isinstance(site, SiteInfo) else None,
        today=today,
        models=decoded.models,
        keys=decoded.documents.keys(),
    )
    problems = list(_folders(decoded))
    for key, document in decoded.documents.items():
        model = decoded.models.get(key)
        for rule in RULES:
            for finding in rule(key, document, model, context):
                place = document.place(finding.loc)
                problems.append(Problem(place, f"{path_text(finding.loc)} {finding.message}"))
    return problems


def _folders(decoded: Decoded) -> list[Problem]:
    """A law without articles, articles without their law, no law or statement at all."""
    problems = []
    keys = decoded.documents.keys()
    laws = {key.split("/")[1] for key in keys if key.startswith("laws/")}
    for law in sorted(laws):
        articles = [key for key in keys if key.startswith(f"laws/{law}/articles/")]
        if f"laws/{law}/law" not in keys:
            place = decoded.documents[articles[0]].name.split("/articles/")[0]
            problems.append(Problem(Place(f"{place}/law.yml"), "the file is missing"))
        if not articles:
            folder = decoded.documents[f"laws/{law}/law"].name.replace("law.yml", "articles")
            problems.append(Problem(Place(folder), "the folder has no article: add one or remove the law"))
    if not laws and decoded.documents:
        root = next(iter(decoded.documents.values())).name.split("/")[0]
        problems.append(Problem(Place(f"{root}/laws"), "the folder is empty: at least one law is expected"))
    return problems
