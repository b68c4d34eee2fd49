"""Draws bar charts as SVG at build. The table beside a chart says the same in figures."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

_WIDTH = 600
_ROW = 54
_BAR = 20
_FIGURE = 70


def bar_chart(identifier: str, title: str, rows: Sequence[tuple[str, int]]) -> Markup:
    """Horizontal bars from zero, each with its label above and its figure behind it.

    Colours come from the style sheet (`currentColor`), so the chart follows the colour scheme.
    """
    most = max((value for _, value in rows), default=0) or 1
    height = _ROW * len(rows)
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{identifier}-title">',
        f'<title id="{identifier}-title">{escape(title)}</title>',
    ]
    for index, (label, value) in enumerate(rows):
        top = index * _ROW
        length = round((_WIDTH - _FIGURE) * value / most, 1)
        parts.append(f'<text x="0" y="{top + 18}">{escape(label)}</text>')
        parts.append(f'<rect x="0" y="{top + 26}" width="{length}" height="{_BAR}"></rect>')
        parts.append(f'<text class="figure" x="{length + 8}" y="{top + 42}">{value}</text>')
    parts.append("</svg>")
    return Markup("".join(parts))
