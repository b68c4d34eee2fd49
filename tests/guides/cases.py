"""What the cases of this folder are made of: flows without words, and the time limits' rules."""

from pathlib import Path
from typing import Any

import yaml

from legal_site.model.flow import Answer, Deadline, Flow, Outcome, Question

HERE = Path(__file__).parent
STATE: dict[str, Any] = yaml.safe_load((HERE / "state.yml").read_text("utf-8"))
DEADLINES: list[dict[str, Any]] = yaml.safe_load((HERE / "deadlines.yml").read_text("utf-8"))


def bare_flow(start: str, questions: dict[str, dict[str, str]], outcomes: list[str]) -> Flow:
    """A flow that has shape alone."""
    return Flow.model_construct(
        start=start,
        questions=[
            Question.model_construct(
                id=question,
                matters=[],
                answers=[Answer.model_construct(id=answer, next=target) for answer, target in answers.items()],
            )
            for question, answers in questions.items()
        ],
        outcomes=[Outcome.model_construct(id=outcome) for outcome in outcomes],
    )


def shape(flow: Flow) -> dict[str, Any]:
    """A flow as flow-state.js reads it from a page."""
    return {
        "start": flow.start,
        "questions": {q.id: {answer.id: answer.next for answer in q.answers} for q in flow.questions},
        "outcomes": [outcome.id for outcome in flow.outcomes],
    }


def rule(given: dict[str, Any]) -> Deadline:
    """The rule of a case; what it does not say is off."""
    values = {"days": None, "months": None, "years": None, "counts_first_day": False, "weekend_extends": False}
    return Deadline.model_construct(**{**values, **given})
