"""The views of the guides: every node of a flow, its time limits, its picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from legal_site import graph, permalink
from legal_site.model.flow import Advice, Flow, Letter, Outcome, Question
from legal_site.model.registers import Authority
from legal_site.relations import Relations
from legal_site.view.deadline import DeadlineView, deadline_view
from legal_site.view.flowchart import flowchart
from legal_site.view.letter import calendar
from legal_site.view.provenance import text_kind
from legal_site.view.quotation import Quotation, quotation
from legal_site.view.quote import slips_of, statement_status
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class QuestionView:
    """A question as its page shows it."""

    node: Question
    left: int
    """How many questions at most are still to be answered, this one among them."""
    quotations: list[Quotation]
    mailto: str | None


@dataclass(frozen=True)
class Said:
    """A paragraph of a statement."""

    id: str
    title: str
    link: str
    words: str
    status: str
    """What the words are: `official`, `translation`, `transliteration`."""
    status_name: str
    misleading: list[str]
    """Lines on slips of the statement's text."""


@dataclass(frozen=True)
class OutcomeView:
    """An outcome as its page shows it."""

    node: Outcome
    quotations: list[Quotation]
    authorities: list[Authority]
    advice: dict[str, list[Advice]]
    """By the part it belongs to: `steps`, `evidence`, `risks`, `help`."""
    deadlines: list[DeadlineView]
    letters: list[tuple[str, Letter]]
    statements: list[Said]
    mailto: str | None


def guide_view(reader: Reader, name: str, flow: Flow) -> dict[str, Any]:
    """Everything that a guide's page shows."""
    left = graph.steps_left(flow)
    questions = graph.questions(flow)
    outcomes = {outcome.id: outcome for outcome in flow.outcomes}
    address = permalink.guide(name)
    nodes: list[QuestionView | OutcomeView] = [
        _question(reader, questions[node], left[node], address)
        if node in questions
        else _outcome(reader, outcomes[node], address)
        for node in graph.in_order(flow)
    ]
    return {
        **_shared(reader, nodes),
        "name": name,
        "flow": flow,
        "nodes": nodes,
        "letters": [(letter, reader.content.letters[letter]) for letter in graph.letters(flow)],
        "calendars": [calendar(reader)],
        "reviewed_on": max(outcome.reviewed_on for outcome in flow.outcomes),
    }


def flowchart_view(reader: Reader, name: str, flow: Flow) -> dict[str, Any]:
    """Everything that the page of a guide's picture and list shows."""
    titles, questions = node_titles(reader, flow), graph.questions(flow)
    guide = reader.link(permalink.guide(name))
    return {
        "name": name,
        "flow": flow,
        "guide": guide,
        "titles": titles,
        "nodes": [(node, questions[node].answers if node in questions else []) for node in graph.in_order(flow)],
        "picture": flowchart(name, flow, titles, reader.ui("guide_picture", title=reader.text(flow.title)), guide),
    }


def _shared(reader: Reader, nodes: list[QuestionView | OutcomeView]) -> dict[str, list[Any]]:
    """What several nodes refer to, each once: the page carries it once and stays light for an old phone."""
    outcomes = [node for node in nodes if isinstance(node, OutcomeView)]
    limits = {limit.rule.id: limit for outcome in outcomes for limit in outcome.deadlines}
    return {
        "quotations": _once(quotation for node in nodes for quotation in node.quotations),
        "authorities": _once(authority for outcome in outcomes for authority in outcome.authorities),
        "limits": [limits[name] for name in sorted(limits)],
        "occasions": [
            occasion
            for occasion in reader.content.deadlines.occasions
            if any(occasion.id in limit.rule.starts for limit in limits.values())
        ],
        "said": _once(said for outcome in outcomes for said in outcome.statements),
    }


def _once(parts: Iterable[Any]) -> list[Any]:
    return sorted({part.id: part for part in parts}.values(), key=lambda part: part.id)


def guides_view(reader: Reader, relations: Relations) -> dict[str, Any]:
    """The list of the guides."""
    return {"flows": reader.content.flows}


def node_titles(reader: Reader, flow: Flow) -> dict[str, str]:
    """The words of each node (`is-official`) and each answer (`is-official/yes`) in the reader's version."""
    titles = {outcome.id: reader.text(outcome.title) for outcome in flow.outcomes}
    for question in flow.questions:
        titles[question.id] = reader.text(question.question)
        for answer in question.answers:
            titles[f"{question.id}/{answer.id}"] = reader.text(answer.text)
    return titles


def _question(reader: Reader, question: Question, left: int, address: str) -> QuestionView:
    return QuestionView(
        node=question,
        left=left,
        quotations=[quotation(reader, provision) for provision in question.matters],
        mailto=reader.mailto(f"{address}#{question.id}"),
    )


def _outcome(reader: Reader, outcome: Outcome, address: str) -> OutcomeView:
    content = reader.content
    authorities = {authority.id: authority for authority in content.authorities.authorities}
    rules = {rule.id: rule for rule in content.deadlines.deadlines}
    # Who has months reads of them before those of years, after which nobody is tried any more.
    limits = sorted((rules[name] for name in outcome.deadlines), key=lambda rule: rule.years is not None)
    advice = {
        part: _chosen(getattr(content.advice, part), getattr(outcome, part))
        for part in ("steps", "evidence", "risks", "help")
    }
    return OutcomeView(
        node=outcome,
        quotations=[quotation(reader, provision) for provision in outcome.provisions],
        authorities=[authorities[name] for name in outcome.authorities],
        advice=advice,
        deadlines=[deadline_view(reader, rule) for rule in limits],
        letters=[(name, content.letters[name]) for name in outcome.letters],
        statements=[_said(reader, name) for name in outcome.statement],
        mailto=reader.mailto(f"{address}#{outcome.id}"),
    )


def _chosen(entries: list[Advice], names: list[str]) -> list[Advice]:
    known = {entry.id: entry for entry in entries}
    return [known[name] for name in names]


def _said(reader: Reader, name: str) -> Said:
    statement, _, anchor = name.partition("/")
    published = reader.content.statements[statement]
    paragraph = next(part for part in published.paragraphs if permalink.statement_anchor(part.number) == anchor)
    return Said(
        id=f"{statement}-{anchor}",
        title=_capital(reader.ui("statement_paragraph", number=anchor[1:])),
        link=reader.link(f"{permalink.statement(statement)}#{anchor}"),
        words=reader.text(paragraph.text),
        status=text_kind(reader, published.provenance[reader.written]),
        status_name=statement_status(reader, published),
        misleading=slips_of(reader, paragraph),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
