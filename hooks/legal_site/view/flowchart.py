"""Draws a guide as SVG at build: questions one below the other, answers on the arrows, every node a link.

The drawing is one column with lanes at its side, so that it can be read on a phone: an arrow leaves
the row of its answer, runs down the lane of its target and ends there. All arrows of a target share
its lane. The numbered list beside the picture says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import wrap

from markupsafe import Markup, escape

from legal_site import graph
from legal_site.model.flow import Flow

_BOX = 284
"""Fits beside the margins of a window of 320 pixels."""
_LETTERS = 30
"""In a line of a box, as wide as they are in a wide font."""
_LINE = 19
_PAD = 10
_ROW_PAD = 7
_GAP = 30
_LANE = 9


@dataclass
class _Row:
    answer: str
    target: str
    lines: list[str]
    top: int = 0
    height: int = 0

    @property
    def middle(self) -> int:
        return self.top + self.height // 2


@dataclass
class _Node:
    id: str
    lines: list[str]
    kind: str
    rows: list[_Row] = field(default_factory=list)
    top: int = 0
    height: int = 0

    @property
    def middle(self) -> int:
        return self.top + self.height // 2


def flowchart(name: str, flow: Flow, texts: Mapping[str, str], title: str, guide: str) -> Markup:
    """The picture of a flow.

    `name` is the flow's id, `texts` the words of each node (`is-official`) and of each answer
    (`is-official/yes`) in the page's language and script, `guide` the link to the page on which the nodes stand.
    """
    nodes = _placed(flow, texts)
    lanes = _lanes(nodes)
    width = _BOX + 14 + _LANE * (max(lanes.values(), default=0) + 1)
    last = list(nodes.values())[-1]
    height = max((row.top + row.height for row in last.rows), default=last.top + last.height) + 4
    parts = [
        f'<svg class="flowchart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" aria-labelledby="{name}-picture">',
        f'<title id="{name}-picture">{escape(title)}</title>',
    ]
    for node in nodes.values():
        parts.extend(_arrow(node, row, nodes[row.target], lanes[row.target]) for row in node.rows)
    for node in nodes.values():
        parts.extend(_drawn(node, guide))
    parts.append("</svg>")
    return Markup("".join(parts))


def _placed(flow: Flow, texts: Mapping[str, str]) -> dict[str, _Node]:
    questions = graph.questions(flow)
    kinds = {outcome.id: outcome.kind for outcome in flow.outcomes}
    nodes = {}
    top = 2
    for identifier in graph.in_order(flow):
        node = _Node(identifier, wrap(texts[identifier], _LETTERS - 2), kinds.get(identifier, "question"), top=top)
        node.height = len(node.lines) * _LINE + 2 * _PAD
        top += node.height
        for answer in questions[identifier].answers if identifier in questions else ():
            row = _Row(answer.id, answer.next, wrap(texts[f"{identifier}/{answer.id}"], _LETTERS), top=top)
            row.height = len(row.lines) * _LINE + 2 * _ROW_PAD
            top += row.height
            node.rows.append(row)
        top += _GAP
        nodes[identifier] = node
    return nodes


def _lanes(nodes: Mapping[str, _Node]) -> dict[str, int]:
    """A lane for each target, used again as soon as the arrows before have ended."""
    begins: dict[str, int] = {}
    for node in nodes.values():
        for row in node.rows:
            begins.setdefault(row.target, row.middle)
    lanes: dict[str, int] = {}
    for target, begin in sorted(begins.items(), key=lambda pair: nodes[pair[0]].middle - pair[1]):
        taken = {
            lanes[other] for other in lanes if begins[other] <= nodes[target].middle and nodes[other].middle >= begin
        }
        lanes[target] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
    return lanes


def _arrow(node: _Node, row: _Row, target: _Node, lane: int) -> str:
    x = _BOX + 12 + lane * _LANE
    path = f"M{_BOX} {row.middle}H{x}V{target.middle}H{_BOX + 3}m5 -4l-5 4l5 4"
    return f'<path class="arrow" data-edge="{node.id}/{row.answer}" d="{path}"></path>'


def _drawn(node: _Node, guide: str) -> list[str]:
    parts = [
        f'<a class="box {node.kind}" href="{guide}#{node.id}" data-ref="{node.id}">'
        f'<rect x="1" y="{node.top}" width="{_BOX - 1}" height="{node.height}" rx="6"></rect>'
        f"{_text(node.lines, 12, node.top + _PAD)}</a>"
    ]
    for row in node.rows:
        parts.append(
            f'<a class="choice" href="{guide}#{row.target}" data-ref="{row.target}" data-from="{node.id}" '
            f'data-choice="{row.answer}"><rect x="16" y="{row.top}" width="{_BOX - 16}" height="{row.height}"></rect>'
            f"{_text(row.lines, 22, row.top + _ROW_PAD)}</a>"
        )
    return parts


def _text(lines: list[str], x: int, top: int) -> str:
    spans = "".join(
        f'<tspan x="{x}" y="{top + _LINE * index + 14}">{escape(line)}</tspan>' for index, line in enumerate(lines)
    )
    return f"<text>{spans}</text>"
