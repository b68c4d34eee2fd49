"""The views of the home page, the statements and the registers that need more than their model."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from legal_site import permalink
from legal_site.model.statement import Statement
from legal_site.permalink import Provision, statement_anchor
from legal_site.relations import Relations
from legal_site.view.chart import bar_chart
from legal_site.view.labels import long_date, number
from legal_site.view.provenance import provenance_view
from legal_site.view.quote import statement_quote
from legal_site.view.reader import Reader
from legal_site.view.record import statement_record


def home_view(reader: Reader, relations: Relations) -> dict[str, Any]:
    """The home page: doors and the article in short lines."""
    home = reader.content.home
    lines = [
        (reader.cite(Provision.parse(line.provision)), reader.link(Provision.parse(line.provision).address), line)
        for line in home.lines
    ]
    article = Provision.parse(home.article) if home.article else None
    return {
        "home": home,
        "lines": lines,
        "article_link": reader.link(article.address) if article else None,
        "article_name": reader.cite(article) if article else None,
        "statements": [
            (row, reader.content.statements[row.statement], reader.link(permalink.statement(row.statement)))
            for row in home.statements
        ],
    }


def statement_view(reader: Reader, statement: Statement) -> dict[str, Any]:
    """One statement with, for each quoted provision, its citation and link."""
    rows = []
    for paragraph in statement.paragraphs:
        quoted = Provision.parse(paragraph.quotes) if paragraph.quotes else None
        anchor = statement_anchor(paragraph.number)
        rows.append(
            {
                "paragraph": paragraph,
                "anchor": anchor,
                "name": f"{statement.id}/{anchor}",
                "quoted": (reader.cite(quoted), reader.link(quoted.address)) if quoted else None,
                "card": reader.link(permalink.statement_card(statement.id, anchor)),
                "mailto": reader.mailto(f"/statement/{statement.id}/{anchor}"),
                "quote": statement_quote(reader, statement, paragraph, long_date(reader, statement.date)),
            }
        )
    return {
        "statement": statement,
        "rows": rows,
        "record": statement_record(reader, statement),
        "provenance": provenance_view(reader, statement.provenance[reader.written]),
    }


def practice_view(reader: Reader, relations: Relations) -> dict[str, Any]:
    """The studies, each chart drawn as SVG."""
    charts: dict[tuple[str, str], Markup] = {}
    for study in reader.content.practice.studies:
        for chart in study.charts:
            rows = [(reader.text(bar.label), bar.value, number(reader, bar.value)) for bar in chart.bars]
            charts[study.id, chart.id] = bar_chart(f"{study.id}-{chart.id}", reader.text(chart.title), rows)
    return {"charts": charts}
