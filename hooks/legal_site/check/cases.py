"""The lawyers' cases agree with the guides, and leave no answer and no outcome untried."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site import graph
from legal_site.check.rule import Context, Finding, Rule
from legal_site.load import Document, Loc
from legal_site.model.cases import Case, Cases
from legal_site.model.flow import Flow
from legal_site.problems import did_you_mean


def cases(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A case that the guide answers otherwise than the lawyer expects."""
    if not isinstance(model, Cases):
        return
    name = key.removeprefix("cases/")
    flow = context.models.get(f"flows/{name}")
    if f"flows/{name}" not in context.keys:
        yield Finding((), f"belongs to no guide: there is no flows/{name}.yml")
    if not isinstance(flow, Flow) or graph.cycle(flow) or flow.start not in graph.questions(flow):
        return
    yield from _books(model, flow)
    for index, case in enumerate(model.cases):
        yield from _case(case, flow, ("cases", index))


def _books(model: Cases, flow: Flow) -> Iterator[Finding]:
    known = graph.questions(flow)
    for name, provisions in model.questions.items():
        if name not in known:
            yield Finding(("questions", name), f"is no question of the guide{did_you_mean(name, known)}")
        elif known[name].matters and set(provisions) != set(known[name].matters):
            guide = ", ".join(known[name].matters)
            yield Finding(("questions", name), f"differs from the guide, where {guide} make the question matter")
    for name in known:
        if name not in model.questions:
            yield Finding(("questions",), f"lacks the question {name!r}: name the paragraphs that make it matter")


def _case(case: Case, flow: Flow, loc: Loc) -> Iterator[Finding]:
    if unknown := list(_unknown(case, flow, loc)):
        yield from unknown
        return
    steps, end = graph.walk(flow, case.answers)
    outcomes = {outcome.id for outcome in flow.outcomes}
    if end not in outcomes and end not in graph.questions(flow):
        return  # an answer of the guide leads nowhere, which is told there
    if [question for question, _ in steps] != list(case.answers):
        reached = " → ".join(f"{question}: {answer}" for question, answer in steps) or "nothing"
        yield Finding((*loc, "answers"), f"are no path of the guide: it follows {reached}, then stands at {end!r}")
        return
    if end not in outcomes:
        yield Finding(
            (*loc, "answers"), f"end at the question {end!r}: add its answer and those of the questions after it"
        )
        return
    if end != case.outcome:
        yield Finding((*loc, "outcome"), f"is {case.outcome!r}, but the guide leads to {end!r}")
        return
    relied_on = next((set(outcome.provisions) for outcome in flow.outcomes if outcome.id == end), set())
    missing, surplus = sorted(set(case.provisions) - relied_on), sorted(relied_on - set(case.provisions))
    if missing:
        yield Finding((*loc, "provisions"), f"expect {', '.join(missing)}, which the outcome {end!r} does not rely on")
    if surplus:
        yield Finding((*loc, "provisions"), f"lack {', '.join(surplus)}, which the outcome {end!r} relies on")


def _unknown(case: Case, flow: Flow, loc: Loc) -> Iterator[Finding]:
    """The questions, answers and the outcome of a case that the guide does not have."""
    known = graph.questions(flow)
    for question, answer in case.answers.items():
        if question not in known:
            message = f"is no question of the guide{did_you_mean(question, known)}"
        elif answer not in (answers := [each.id for each in known[question].answers]):
            message = f"is {answer!r}, which is no answer of that question{did_you_mean(answer, answers)}"
        else:
            continue
        yield Finding((*loc, "answers", question), f"{message}: correct the case, or take it out")
    outcomes = [outcome.id for outcome in flow.outcomes]
    if case.outcome not in outcomes:
        near = did_you_mean(case.outcome, outcomes)
        message = f"is {case.outcome!r}, which is no outcome of the guide{near}: correct the case, or take it out"
        yield Finding((*loc, "outcome"), message)


def covered(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A guide without cases, or an answer or outcome that no case tries."""
    if not isinstance(model, Flow):
        return
    name = key.removeprefix("flows/")
    book = context.models.get(f"cases/{name}")
    if f"cases/{name}" not in context.keys:
        yield Finding((), f"has no cases: write cases/{name}.yml")
    if not isinstance(book, Cases):
        return
    tried = {step for case in book.cases for step in case.answers.items()}
    ends = {case.outcome for case in book.cases}
    for index, question in enumerate(model.questions):
        for number, answer in enumerate(question.answers):
            if (question.id, answer.id) not in tried:
                loc = ("questions", index, "answers", number, "id")
                yield Finding(loc, f"is {answer.id!r}, which no case in cases/{name}.yml tries")
    for index, outcome in enumerate(model.outcomes):
        if outcome.id not in ends:
            yield Finding(("outcomes", index, "id"), f"is {outcome.id!r}, which no case in cases/{name}.yml expects")


RULES: tuple[Rule, ...] = (cases, covered)
