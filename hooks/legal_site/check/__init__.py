"""The rules that content must keep, one family of rules a file. All are tried; all problems are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from legal_site.check import (
    addresses,
    cases,
    characters,
    colours,
    dates,
    flows,
    gazettes,
    ids,
    interface,
    letters,
    markup,
    names,
    numbering,
    pictures,
    proof,
    references,
    search,
    texts,
    versions,
)
from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.decode import Decoded
from legal_site.index import build_index
from legal_site.load import Document
from legal_site.model.law import Article
from legal_site.model.site import SiteInfo
from legal_site.permalink import number_in_address
from legal_site.problems import MORE, MOST, Place, Problem, path_text

OWN_RULES: tuple[OwnRule, ...] = (
    *characters.OWN_RULES,
    *markup.OWN_RULES,
    *texts.OWN_RULES,
    *names.OWN_RULES,
    *numbering.OWN_RULES,
    *references.OWN_RULES,
    *ids.OWN_RULES,
    *addresses.OWN_RULES,
    *dates.OWN_RULES,
    *versions.OWN_RULES,
    *flows.OWN_RULES,
    *letters.OWN_RULES,
    *interface.OWN_RULES,
    *colours.OWN_RULES,
    *search.OWN_RULES,
    *pictures.OWN_RULES,
    *proof.OWN_RULES,
)

RULES: tuple[Rule, ...] = (
    *texts.RULES,
    *names.RULES,
    *references.RULES,
    *addresses.RULES,
    *dates.RULES,
    *flows.RULES,
    *gazettes.RULES,
    *cases.RULES,
    *search.RULES,
    *proof.RULES,
)


def check(decoded: Decoded, today: date) -> list[Problem]:
    """Every problem that the rules find, unsorted.

    `today` is the day of the build: no date in the content may lie after it.
    """
    site = decoded.models.get("site")
    own = OwnContext(site if isinstance(site, SiteInfo) else None)
    problems = list(_folders(decoded))
    doubtful = set()
    # What is no mapping, the decoder has told.
    documents = {key: document for key, document in decoded.documents.items() if isinstance(document.value, dict)}
    for key, document in documents.items():
        model = decoded.models.get(key)
        if found := _own_problems(key, document, model, decoded, own):
            problems += found
            # One wrong number would make every reference to the article look wrong.
            broken = [rule for rule in numbering.OWN_RULES if any(True for _ in rule(key, document, model, own))]
            if broken:
                doubtful.add(key)
            if numbering.file_names in broken and isinstance(model, Article):
                doubtful.add(f"{key.rpartition('/')[0]}/{number_in_address(model.number)}")
    context = Context(
        index=build_index(decoded.documents, {*decoded.unread, *doubtful}),
        site=own.site,
        today=today,
        models=decoded.models,
        keys={*decoded.documents, *decoded.unread},
    )
    for key, document in documents.items():
        for rule in RULES:
            problems += _told(document, rule(key, document, decoded.models.get(key), context))
    return problems


def _own_problems(
    key: str, document: Document, model: BaseModel | None, decoded: Decoded, context: OwnContext
) -> list[Problem]:
    """What the rules about one file alone find in it."""
    site = decoded.documents.get("site")
    judged_by = site.digest if site else ""
    if document.own_problems is None or document.own_problems[0] != judged_by:
        found = [problem for rule in OWN_RULES for problem in _told(document, rule(key, document, model, context))]
        document.own_problems = judged_by, found  # a preview asks again after every edit of any file
    return document.own_problems[1]


def _told(document: Document, findings: Iterator[Finding]) -> Iterator[Problem]:
    """What a rule found in a document, with the place of each; of more than MOST the first, and that there are more."""
    for number, finding in enumerate(findings):
        place = document.place(finding.loc)
        if number == MOST:
            yield Problem(place, f"the file {MORE}")
            return
        yield Problem(place, f"{path_text(finding.loc)} {finding.message}")


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
