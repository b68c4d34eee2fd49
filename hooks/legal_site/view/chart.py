"""Draws bar charts as SVG at build. The table beside a chart says the same in figures."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup, escape

_WIDTH = 340
_ROW = 54
_BAR = 20
_FIGURE = 12
"""The width of one figure of a number, and of the space around it."""
_LINE = 20
_LETTERS = 36


def bar_chart(identifier: str, title: str, rows: Sequence[tuple[str, int, str]]) -> Markup:
    """Horizontal bars from zero. A row is a label, which stands above its bar, a value, and the value as it is written.

    As wide as a phone, so that its letters stay as large as the text around it; a long label takes two lines.
    Colours come from the style sheet (`currentColor`), so the chart follows the colour scheme.
    """
    most = max((value for _, value, _ in rows), default=0) or 1
    labels = [wrap(label, _LETTERS) for label, _, _ in rows]
    beside = _FIGURE * (1 + max((len(figure) for _, _, figure in rows), default=0))
    height = sum(_ROW + _LINE * (len(lines) - 1) for lines in labels)
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{identifier}-title">',
        f'<title id="{identifier}-title">{escape(title)}</title>',
    ]
    top = 0
    for lines, (_, value, figure) in zip(labels, rows, strict=True):
        length = round((_WIDTH - beside) * value / most, 1)
        for line in lines:
            parts.append(f'<text x="0" y="{top + 18}">{escape(line)}</text>')
            top += _LINE
        top -= _LINE
        parts.append(f'<rect x="0" y="{top + 26}" width="{length}" height="{_BAR}"></rect>')
        parts.append(f'<text class="figure" x="{length + 8}" y="{top + 42}">{escape(figure)}</text>')
        top += _ROW
    parts.append("</svg>")
    return Markup("".join(parts))
