"""A guide leads everybody somewhere: no dead end, no circle, nothing cited that cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from legal_site import graph
from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document, Loc
from legal_site.model.flow import UNKNOWN, AdviceList, Deadlines, Flow, Letter, Outcome
from legal_site.permalink import Provision
from legal_site.problems import did_you_mean

MOST_PATHS = 600
"""More than this nobody reads in a table, and a flow that long loses its readers."""


def ways(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """An answer that leads nowhere, a node that nothing leads to, a circle, two nodes with one id."""
    if not isinstance(model, Flow):
        return
    places = _places(model)
    yield from _same_id(model)
    if model.start not in graph.questions(model):
        yield Finding(("start",), f"is {model.start!r}, which is no question{did_you_mean(model.start, places)}")
        return
    lost = False
    for index, question in enumerate(model.questions):
        for number, answer in enumerate(question.answers):
            if answer.next not in places:
                lost = True
                loc: Loc = ("questions", index, "answers", number, "next")
                yield Finding(loc, f"is {answer.next!r}, which is no question or outcome{_near(answer.next, places)}")
    circle = graph.cycle(model)
    if circle:
        yield Finding((*places[circle[0]], "id"), f"leads back to itself: {' → '.join(circle)}")
    reached = graph.reachable(model)
    for node, place in places.items():
        if node not in reached:
            yield Finding((*place, "id"), f"is {node!r}, to which no answer leads: add an answer or remove it")
    if not circle and not lost and graph.count_paths(model) > MOST_PATHS:
        count = graph.count_paths(model)
        message = f"has {count} paths, more than {MOST_PATHS}, which nobody can review: let branches meet earlier"
        yield Finding((), message)


def _near(node: str, places: Mapping[str, Loc]) -> str:
    return did_you_mean(node, places)


def _places(flow: Flow) -> dict[str, Loc]:
    places: dict[str, Loc] = {question.id: ("questions", index) for index, question in enumerate(flow.questions)}
    for index, outcome in enumerate(flow.outcomes):
        places.setdefault(outcome.id, ("outcomes", index))
    return places


def _same_id(flow: Flow) -> Iterator[Finding]:
    known = graph.questions(flow)
    for index, outcome in enumerate(flow.outcomes):
        if outcome.id in known:
            yield Finding(("outcomes", index, "id"), f"is {outcome.id!r}, which is the id of a question already")


def answers(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A question without “I don't know”, or with the same answer twice."""
    if not isinstance(model, Flow):
        return
    for index, question in enumerate(model.questions):
        here: Loc = ("questions", index, "answers")
        if all(answer.id != UNKNOWN for answer in question.answers):
            yield Finding(here, f"has no answer with the id {UNKNOWN!r}: every question can be answered “I don’t know”")
        seen: set[tuple[str, str]] = set()
        for number, answer in enumerate(question.answers):
            for locale, text in answer.text.items():
                if (locale, text) in seen:
                    yield Finding((*here, number, "text", locale), f"is {text!r}, as another answer to this question")
                seen.add((locale, text))


def citations(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A cited paragraph that is not published, or that leads to two questions of one flow."""
    if not isinstance(model, Flow):
        return
    concerned: dict[str, str] = {}
    for index, question in enumerate(model.questions):
        yield from _published(question.matters, ("questions", index, "matters"), context)
        yield from _published(question.concerns, ("questions", index, "concerns"), context)
        if not question.matters:
            yield Finding(("questions", index), "has no `matters`: name the paragraphs that make the question matter")
        for number, address in enumerate(question.concerns):
            if address in concerned:
                message = f"is {address}, which already concerns the question {concerned[address]!r}"
                yield Finding(("questions", index, "concerns", number), message)
            concerned.setdefault(address, question.id)
    for index, outcome in enumerate(model.outcomes):
        yield from _published(outcome.provisions, ("outcomes", index, "provisions"), context)
        for number, address in enumerate(outcome.statement):
            if not context.index.has_statement(address):
                message = f"is {address!r}, which does not exist{did_you_mean(address, context.index.statements)}"
                yield Finding(("outcomes", index, "statement", number), message)


def _published(addresses: list[str], loc: Loc, context: Context) -> Iterator[Finding]:
    for number, address in enumerate(addresses):
        # What does not exist at all is told by the rule for every list of provisions.
        if context.index.exists(Provision.parse(address)) and not context.index.is_published(address):
            near = did_you_mean(address, context.index.published)
            yield Finding((*loc, number), f"is {address}, which is no published paragraph{near}")


_FROM_ADVICE = ("steps", "evidence", "risks", "help")


def pieces(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A body, a piece of advice, a time limit or a letter that does not exist."""
    if not isinstance(model, Flow):
        return
    advice = context.models.get("advice", None if "advice" in context.keys else AdviceList())
    deadlines = None if "deadlines" in context.index.unread else context.index.deadlines
    for index, outcome in enumerate(model.outcomes):
        here: Loc = ("outcomes", index)
        bodies = context.index.ids.get("authorities")
        yield from _known(outcome.authorities, bodies, "authorities", (*here, "authorities"))
        yield from _known(outcome.deadlines, deadlines, "deadlines", (*here, "deadlines"))
        yield from _known(outcome.letters, context.index.letters, "letters", (*here, "letters"))
        for name in _FROM_ADVICE:
            known = {entry.id for entry in getattr(advice, name)} if isinstance(advice, AdviceList) else None
            yield from _known(getattr(outcome, name), known, f"{name} of advice.yml", (*here, name))


def _known(names: list[str], known: Collection[str] | None, register: str, loc: Loc) -> Iterator[Finding]:
    if known is None:
        return
    for number, name in enumerate(names):
        if name not in known:
            yield Finding((*loc, number), f"is {name!r}, which is not among the {register}{did_you_mean(name, known)}")


def unused_advice(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A piece of advice that no outcome gives: it would be kept up for nobody. Without guides there are none yet."""
    if not isinstance(model, AdviceList) or not (outcomes := _outcomes(context)):
        return
    for name in _FROM_ADVICE:
        used = {identifier for outcome in outcomes for identifier in getattr(outcome, name)}
        for index, entry in enumerate(getattr(model, name)):
            if entry.id not in used:
                message = f"is {entry.id!r}, which no outcome uses: name it in one's `{name}`, or remove it"
                yield Finding((name, index, "id"), message)


def unused_deadlines(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A time limit that no outcome names, or an occasion from which none runs: readers would never see it."""
    if isinstance(model, Deadlines) and (outcomes := _outcomes(context)):
        used = {name for outcome in outcomes for name in outcome.deadlines}
        begun = {start for deadline in model.deadlines for start in deadline.starts}
        for index, deadline in enumerate(model.deadlines):
            if deadline.id not in used:
                message = f"is {deadline.id!r}, which no outcome uses: name it in one's `deadlines`, or remove it"
                yield Finding(("deadlines", index, "id"), message)
        # One that is mistyped is told where it is.
        known = begun <= {occasion.id for occasion in model.occasions}
        for index, occasion in enumerate(model.occasions):
            if known and occasion.id not in begun:
                yield Finding(("occasions", index, "id"), f"is {occasion.id!r}, from which no time limit runs")


def unused_letter(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A letter that no outcome offers."""
    if isinstance(model, Letter) and (outcomes := _outcomes(context)):
        name = key.removeprefix("letters/")
        if not any(name in outcome.letters for outcome in outcomes):
            yield Finding((), f"is offered by no outcome: name it in `letters` of one ({name}), or remove the file")


def _outcomes(context: Context) -> list[Outcome]:
    """The outcomes of all guides; empty while there are no guides, or one of them cannot be read."""
    flows = [key for key in context.keys if key.startswith("flows/")]
    if any(key not in context.models for key in flows):
        return []
    return [outcome for flow in context.models.values() if isinstance(flow, Flow) for outcome in flow.outcomes]


OWN_RULES: tuple[OwnRule, ...] = (ways, answers)
RULES: tuple[Rule, ...] = (citations, pieces, unused_advice, unused_deadlines, unused_letter)
