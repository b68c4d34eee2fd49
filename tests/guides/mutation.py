"""Spoils a guide in one place at a time: do the rules or the lawyers' cases notice?

Each answer is led to every other node, and each citation is dropped. The table of paths does not count: it is
made from the guide and would follow it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from legal_site import graph
from legal_site.check import cases, flows
from legal_site.check.rule import Context
from legal_site.content import Content
from legal_site.decode import decode
from legal_site.index import build_index
from legal_site.load import Document, load
from legal_site.model.cases import Cases
from legal_site.model.flow import Flow


@dataclass(frozen=True)
class Mutation:
    """One spoilt place."""

    what: str
    flow: Flow


def mutations(flow: Flow) -> Iterator[Mutation]:
    """Every guide that differs in one arrow or lacks one citation."""
    nodes = [*(question.id for question in flow.questions), *(outcome.id for outcome in flow.outcomes)]
    for place, question in enumerate(flow.questions):
        for number, answer in enumerate(question.answers):
            for node in nodes:
                if node != answer.next:
                    answers = _put(question.answers, number, answer.model_copy(update={"next": node}))
                    spoilt = question.model_copy(update={"answers": answers})
                    what = f"{question.id}={answer.id} leads to {node}"
                    yield Mutation(what, flow.model_copy(update={"questions": _put(flow.questions, place, spoilt)}))
        for provision in question.matters:
            spoilt = question.model_copy(update={"matters": [p for p in question.matters if p != provision]})
            what = f"{question.id} no longer cites {provision}"
            yield Mutation(what, flow.model_copy(update={"questions": _put(flow.questions, place, spoilt)}))
    for place, outcome in enumerate(flow.outcomes):
        for provision in outcome.provisions:
            spoilt_one = outcome.model_copy(update={"provisions": [p for p in outcome.provisions if p != provision]})
            what = f"{outcome.id} no longer cites {provision}"
            yield Mutation(what, flow.model_copy(update={"outcomes": _put(flow.outcomes, place, spoilt_one)}))


def _put(items: list[Any], place: int, item: Any) -> list[Any]:
    return [*items[:place], item, *items[place + 1 :]]


def survivors(name: str, content: Content, documents: Mapping[str, Document]) -> tuple[int, list[str]]:
    """How often a guide was spoilt, and what nobody noticed."""
    flow, book = content.flows[name], content.cases[name]
    index = build_index(dict(documents))
    count, unnoticed = 0, []
    for mutation in mutations(flow):
        count += 1
        models: dict[str, BaseModel] = {f"flows/{name}": mutation.flow, f"cases/{name}": book}
        context = Context(content.site, index, date.max, models, keys=models.keys())
        if not _noticed(name, mutation.flow, book, documents, context):
            unnoticed.append(mutation.what)
    return count, unnoticed


def _noticed(name: str, flow: Flow, book: Cases, documents: Mapping[str, Document], context: Context) -> bool:
    if any(not _holds(case.answers, case.outcome, case.provisions, flow) for case in book.cases):
        return True
    for key, model, rules in (
        (f"cases/{name}", book, (cases.cases,)),
        (f"flows/{name}", flow, (flows.ways, flows.answers, flows.citations)),
    ):
        for rule in rules:
            if any(True for _ in rule(key, documents[key], model, context)):
                return True
    return False


def _holds(answers: Mapping[str, str], outcome: str, provisions: list[str], flow: Flow) -> bool:
    """Whether a case comes out as the lawyer expects; quicker than the rule, which also says why not."""
    known = graph.questions(flow)
    node = flow.start
    for question, answer in answers.items():
        if node != question:
            return False
        node = next(given.next for given in known[node].answers if given.id == answer)
    relied_on = next((end.provisions for end in flow.outcomes if end.id == node), None)
    return node == outcome and relied_on is not None and set(relied_on) == set(provisions)


def main(folder: Path) -> None:
    """Prints for each guide of a content folder the share of spoilt places that is noticed."""
    from legal_site.build import build_content

    content, documents = build_content(folder), decode(load(folder)).documents
    for name in content.flows:
        count, unnoticed = survivors(name, content, documents)
        print(f"{name:<12}{count:6} spoilt guides, {100 * (count - len(unnoticed)) / count:.1f} % noticed")
        for what in unnoticed:
            print(f"  {what}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
