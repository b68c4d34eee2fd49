"""A guide as data: its questions, answers and outcomes, and the parts that outcomes share, each once."""

from __future__ import annotations

from legal_site import graph, permalink
from legal_site.exports.data_flow_shape import (
    AdviceLists,
    AdviceShape,
    AnswerShape,
    AuthorityShape,
    DeadlineShape,
    FlowShape,
    LetterFieldShape,
    LetterPartShape,
    LetterShape,
    OccasionShape,
    OutcomeShape,
    QuestionShape,
)
from legal_site.exports.every_version import EveryVersion
from legal_site.model.flow import Advice, Answer, Deadline, Flow, LetterPart, Outcome, Question
from legal_site.model.registers import Authority

_PARTS = ("steps", "evidence", "risks", "help")


def data_address(name: str) -> str:
    """The address of the file about one guide."""
    return f"/data/flow/{name}.json"


def flow_shape(every: EveryVersion, name: str, flow: Flow) -> FlowShape:
    """A guide with all that its page says."""
    content, page = every.site.content, permalink.guide(name)
    used = {
        part: {entry for outcome in flow.outcomes for entry in getattr(outcome, part)}
        for part in (*_PARTS, "authorities", "deadlines")
    }
    limits = [limit for limit in content.deadlines.deadlines if limit.id in used["deadlines"]]
    starts = {start for limit in limits for start in limit.starts}
    return FlowShape(
        id=name,
        address=page,
        title=every.ours(flow.title),
        audience=every.ours(flow.audience),
        description=every.rich(flow.description),
        start=flow.start,
        questions=[_question(every, page, question) for question in flow.questions],
        outcomes=[_outcome(every, page, outcome) for outcome in flow.outcomes],
        advice=AdviceLists(**{part: _advice(every, getattr(content.advice, part), used[part]) for part in _PARTS}),
        authorities=[_authority(every, a) for a in content.authorities.authorities if a.id in used["authorities"]],
        occasions=[
            OccasionShape(id=occasion.id, since=every.ours(occasion.since), question=every.ours(occasion.question))
            for occasion in content.deadlines.occasions
            if occasion.id in starts
        ],
        deadlines=[_deadline(every, limit) for limit in limits],
        letters=[_letter(every, permalink.guide_letters(name), letter) for letter in graph.letters(flow)],
    )


def _question(every: EveryVersion, page: str, question: Question) -> QuestionShape:
    return QuestionShape(
        id=question.id,
        address=f"{page}#{question.id}",
        question=every.ours(question.question),
        hint=every.rich(question.hint) if question.hint else None,
        matters=every.provisions(question.matters),
        concerns=every.provisions(question.concerns),
        answers=[_answer(every, answer) for answer in question.answers],
    )


def _answer(every: EveryVersion, answer: Answer) -> AnswerShape:
    return AnswerShape(
        id=answer.id,
        text=every.ours(answer.text),
        next=answer.next,
        letter=every.ours(answer.letter) if answer.letter else None,
    )


def _outcome(every: EveryVersion, page: str, outcome: Outcome) -> OutcomeShape:
    said = [name.partition("/") for name in outcome.statement]
    return OutcomeShape(
        id=outcome.id,
        address=f"{page}#{outcome.id}",
        kind=outcome.kind,
        own_act=outcome.own_act,
        title=every.ours(outcome.title),
        text=every.rich(outcome.text),
        provisions=every.provisions(outcome.provisions),
        prosecution=every.rich(outcome.prosecution),
        authorities=outcome.authorities,
        steps=outcome.steps,
        evidence=outcome.evidence,
        risks=outcome.risks,
        help=outcome.help,
        deadlines=outcome.deadlines,
        letters=outcome.letters,
        statements=[f"{permalink.statement(statement)}#{anchor}" for statement, _, anchor in said],
        reviewed_on=outcome.reviewed_on,
    )


def _advice(every: EveryVersion, entries: list[Advice], used: set[str]) -> list[AdviceShape]:
    return [AdviceShape(id=entry.id, text=every.rich(entry.text)) for entry in entries if entry.id in used]


def _authority(every: EveryVersion, authority: Authority) -> AuthorityShape:
    return AuthorityShape(
        id=authority.id,
        address=permalink.register("authorities", authority.id),
        name=every.ours(authority.name),
        can=[every.rich(text) for text in authority.can],
        cannot=[every.rich(text) for text in authority.cannot],
    )


def _deadline(every: EveryVersion, limit: Deadline) -> DeadlineShape:
    return DeadlineShape(
        id=limit.id,
        kind=limit.kind,
        name=every.ours(limit.name),
        days=limit.days,
        months=limit.months,
        years=limit.years,
        starts=limit.starts,
        counts_first_day=limit.counts_first_day,
        weekend_extends=limit.weekend_extends,
        provisions=every.provisions(limit.provisions),
        derived=limit.derived,
        note=every.rich(limit.note) if limit.note else None,
    )


def _letter(every: EveryVersion, page: str, name: str) -> LetterShape:
    letter = every.site.content.letters[name]
    return LetterShape(
        id=name,
        address=f"{page}#{permalink.letter(name)}",
        title=every.ours(letter.title),
        purpose=every.rich(letter.purpose),
        provisions=every.provisions(letter.provisions),
        fields=[
            LetterFieldShape(
                id=field.id,
                label=every.ours(field.label),
                hint=every.ours(field.hint) if field.hint else None,
                kind=field.kind,
            )
            for field in letter.fields
        ],
        parts=[_part(every, part) for part in letter.parts],
        reviewed_on=letter.reviewed_on,
    )


def _part(every: EveryVersion, part: LetterPart) -> LetterPartShape:
    return LetterPartShape(place=part.place, text=every.ours(part.text))
