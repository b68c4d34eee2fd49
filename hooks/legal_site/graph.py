"""A flow as a graph: its edges, its order, every path through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legal_site.model.flow import Flow, Question


@dataclass(frozen=True)
class Edge:
    """An answer as an arrow."""

    source: str
    answer: str
    target: str


@dataclass(frozen=True)
class Path:
    """One way from the start to an outcome."""

    steps: tuple[tuple[str, str], ...]
    """Question and answer, in order."""
    outcome: str


def edges(flow: Flow) -> list[Edge]:
    """Every arrow, in the order of the file."""
    return [Edge(question.id, answer.id, answer.next) for question in flow.questions for answer in question.answers]


def questions(flow: Flow) -> dict[str, Question]:
    """The questions by their ids."""
    return {question.id: question for question in flow.questions}


def letters(flow: Flow) -> list[str]:
    """The ids of the letters that the outcomes give, each once."""
    return list(dict.fromkeys(letter for outcome in flow.outcomes for letter in outcome.letters))


def reachable(flow: Flow, source: str | None = None) -> set[str]:
    """The nodes to which some path from `source` leads, itself among them. None: from the start."""
    known = questions(flow)
    seen: set[str] = set()
    ahead = [source or flow.start]
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            if node in known:
                ahead.extend(answer.next for answer in known[node].answers)
    return seen


def cycle(flow: Flow) -> list[str]:
    """The questions of a circle, in its order, beginning and ending with the same; empty if there is none."""
    known = questions(flow)
    done: set[str] = set()
    trail: list[str] = []

    def visit(node: str) -> list[str]:
        if node in trail:
            return [*trail[trail.index(node) :], node]
        if node in done or node not in known:
            return []
        trail.append(node)
        for answer in known[node].answers:
            if found := visit(answer.next):
                return found
        trail.pop()
        done.add(node)
        return []

    for question in flow.questions:
        if found := visit(question.id):
            return found
    return []


def count_paths(flow: Flow) -> int:
    """How many paths lead from the start to an outcome. The flow has no cycle."""
    known = questions(flow)
    counts: dict[str, int] = {}

    def count(node: str) -> int:
        if node not in known:
            return 1
        if node not in counts:
            counts[node] = sum(count(answer.next) for answer in known[node].answers)
        return counts[node]

    return count(flow.start)


def paths(flow: Flow) -> Iterator[Path]:
    """Every path from the start to an outcome, in the order of the answers. The flow has no cycle."""
    known = questions(flow)

    def follow(node: str, steps: tuple[tuple[str, str], ...]) -> Iterator[Path]:
        if node not in known:
            yield Path(steps, node)
            return
        for answer in known[node].answers:
            yield from follow(answer.next, (*steps, (node, answer.id)))

    yield from follow(flow.start, ())


def walk(flow: Flow, answers: Mapping[str, str], entry: str | None = None) -> tuple[list[tuple[str, str]], str]:
    """Follows the answers from `entry` (None: the start) as far as they lead.

    Returns the questions answered on the way, with their answers, and the node at which the way
    ends: an outcome, or the first question without an answer that it knows.
    """
    known = questions(flow)
    node = entry or flow.start
    steps: list[tuple[str, str]] = []
    while node in known:
        given = next((answer for answer in known[node].answers if answer.id == answers.get(node)), None)
        if given is None:
            break
        steps.append((node, given.id))
        node = given.next
    return steps, node


def steps_left(flow: Flow) -> dict[str, int]:
    """For each node how many questions at most are still to be answered, itself among them."""
    known = questions(flow)
    left: dict[str, int] = {}

    def longest(node: str) -> int:
        if node not in left:
            left[node] = 1 + max(longest(answer.next) for answer in known[node].answers) if node in known else 0
        return left[node]

    longest(flow.start)
    return left


def in_order(flow: Flow) -> list[str]:
    """Every node after all that lead to it, otherwise as near to them as possible."""
    known = questions(flow)
    done: set[str] = set()
    order: list[str] = []

    def visit(node: str) -> None:
        if node in done:
            return
        done.add(node)
        if node in known:
            for answer in reversed(known[node].answers):
                visit(answer.next)
        order.append(node)

    visit(flow.start)
    return order[::-1]
