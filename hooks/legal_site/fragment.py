"""The state of a guide in the fragment of its address: `#is-official?what-happened=called`.

`flow-state.js` reads and follows it in the reader's browser; both are tested with the same cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from legal_site import graph
from legal_site.model.flow import Flow

_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Fragment:
    """What a fragment says, whether or not it fits a flow."""

    node: str
    """Empty if it names none."""
    answers: dict[str, str]
    clean: bool
    """Whether everything in it could be read."""


@dataclass(frozen=True)
class Settled:
    """What a guide shows for a fragment."""

    node: str
    steps: list[tuple[str, str]]
    """The questions answered before, with their answers."""
    kept: dict[str, str]
    """All answers that still count: those of the steps, and those of questions that may still come."""
    dropped: list[str]
    """The questions whose answers no longer count."""
    fits: bool
    """False if the address could not be followed as it stands; the last question still valid is shown."""


def parse(fragment: str) -> Fragment:
    """Reads a fragment, with or without its `#`. Never raises: what is not understood is left out."""
    try:
        text = unquote(fragment.removeprefix("#"), errors="strict")
    except UnicodeDecodeError:
        return Fragment("", {}, False)
    if _BROKEN_ESCAPE.search(fragment):
        return Fragment("", {}, False)
    node, _, query = text.partition("?")
    clean = node == "" or bool(_ID.fullmatch(node))
    answers: dict[str, str] = {}
    for pair in filter(None, query.split("&")):
        question, *answer = pair.split("=")
        valid = len(answer) == 1 and _ID.fullmatch(question) and _ID.fullmatch(answer[0])
        if valid and question not in answers:
            answers[question] = answer[0]
        else:
            clean = False
    return Fragment(node if _ID.fullmatch(node) else "", answers, clean)


def printed(node: str, answers: Mapping[str, str]) -> str:
    """The fragment of a node and the answers, with its `#`."""
    query = "&".join(f"{question}={answer}" for question, answer in answers.items())
    return f"#{node}" + (f"?{query}" if query else "")


def settle(flow: Flow, node: str, answers: Mapping[str, str]) -> Settled:
    """What the guide shows for a node and answers; see `Settled`."""
    questions = graph.questions(flow)
    nodes = {*questions, *(outcome.id for outcome in flow.outcomes)}
    known = {
        question: answer
        for question, answer in answers.items()
        if question in questions and any(own.id == answer for own in questions[question].answers)
    }
    dropped = [question for question in answers if question not in known]
    fits = not dropped
    if not known:
        shown = node if node in nodes else flow.start
        return Settled(shown, [], {}, dropped, fits and (node in nodes or node == ""))
    entry = flow.start if flow.start in known else next(iter(known))
    steps, end = graph.walk(flow, known, entry)
    visited = [*(question for question, _ in steps), end]
    if node not in visited and node:
        fits = False
    place = visited.index(node) if node in visited else len(visited) - 1
    still = graph.reachable(flow, visited[place])
    kept = dict(steps)
    kept |= {question: answer for question, answer in known.items() if question not in kept and question in still}
    dropped += [question for question in known if question not in kept]
    return Settled(visited[place], steps[:place], kept, dropped, fits)


def choose(flow: Flow, node: str, answer: str, answers: Mapping[str, str]) -> Settled:
    """What the guide shows when the reader answers: where that leads, past what is answered already."""
    given = dict(answers)
    if not given or next(iter(given)) == node:
        given = {node: answer} | {question: old for question, old in given.items() if question != node}
    else:
        given[node] = answer
    entry = flow.start if flow.start in given else next(iter(given))
    _, end = graph.walk(flow, given, entry)
    return settle(flow, end, given)
