"""An article or a statement as reference managers read it: CSL-JSON, and BibTeX and RIS made of it.

CSL-JSON: the variables of the Citation Style Language 1.0.2 (docs.citationstyles.org, Appendix IV).
RIS: the tags of the Research Information Systems format, for statutes as Zotero and EndNote read them.
BibTeX has no entry for a law; `@misc` is what every style knows.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.law import Article
from legal_site.model.statement import Statement
from legal_site.permalink import Provision, number_in_address
from legal_site.view.globals import gazette
from legal_site.view.provenance import provenance_of
from legal_site.view.quote import law_id, law_status, section, site_address, statement_id, statement_status
from legal_site.view.reader import Reader
from legal_site.view.sentences import joined, sentence


@dataclass(frozen=True)
class Record:
    """The record of an article or statement. One of its paragraphs has the same, but for three texts in it."""

    id: str
    part: str
    """What is cited, as it stands in the record."""
    status: str
    address: str
    """The lasting address as it is copied and printed."""
    files: tuple[tuple[str, str, str], ...]
    """For each format the ending of its files, its name and the text."""


def law_record(reader: Reader, law: Law, article: Article, dated: str) -> Record:
    """The article in its wording; `dated` says in words what the wording's date is."""
    here = Provision(law.id, number_in_address(article.number))
    as_of = article.wording.as_of
    part, status = section(reader, here), law_status(reader, provenance_of(reader, law, article))
    numbers = ", ".join(gazette_number(reader, number) for number in law.info.gazette)
    item: dict[str, Any] = {
        "id": law_id(reader, here, as_of),
        "type": "legislation",
        "title": reader.text(law.info.title),
        "section": part,
        "jurisdiction": reader.text(reader.content.site.jurisdiction),
        # A day on which the text was only seen is not one of which the text is.
        "accessed" if article.wording.basis == "seen" else "issued": _csl_date(as_of),
        **({"references": f"{reader.ui('gazette')} {numbers}"} if numbers else {}),
        **_common(reader, permalink.wording(law.id, here.article, as_of), joined(dated, status)),
    }
    return Record(item["id"], part, status, item["URL"], _files(item))


def statement_record(reader: Reader, statement: Statement) -> Record:
    """The whole statement."""
    title, status = reader.text(statement.title), statement_status(reader, statement)
    doubt = reader.text(statement.date_note) if statement.date_note else None
    item: dict[str, Any] = {
        "id": statement_id(reader, statement),
        "type": "document",
        "author": [{"literal": reader.text(statement.author)}],
        "title": title,
        "issued": _csl_date(statement.date),
        **_common(reader, permalink.statement(statement.id), joined(doubt, status)),
    }
    return Record(item["id"], title, status, item["URL"], _files(item))


def gazette_number(reader: Reader, number: str) -> str:
    """A number of the gazette as the law's page prints it: `27/2021 (УС)` in English too says what it is."""
    return gazette(number) if reader.version.citation_style == "en" else reader.plain(number)


def _common(reader: Reader, address: str, note: str) -> dict[str, str]:
    return {"URL": site_address(reader, address), "language": reader.version.lang, "note": sentence(note)}


def _csl_date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _files(item: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    rows = (f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in item.items())
    csl = "[{\n" + ",\n".join(rows) + "\n}]"
    return ("bib", "BibTeX", bibtex(item)), ("ris", "RIS", ris(item)), ("json", "CSL-JSON", csl)


def bibtex(item: dict[str, Any]) -> str:
    """A CSL item as a BibTeX entry. The title keeps its capitals; `date` and `urldate` are biblatex's."""
    title = ", ".join(_braced(item[name]) for name in ("title", "section") if name in item)
    fields = {
        "author": "".join(f"{{{_braced(author['literal'])}}}" for author in item.get("author", ())),
        "title": f"{{{title}}}",
        "year": _day(item, "issued").partition("-")[0],
        "date": _day(item, "issued"),
        "howpublished": _braced(item.get("references", "")),
        "url": item["URL"],
        "urldate": _day(item, "accessed"),
        "language": item["language"],
        "note": _braced(item["note"]),
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{item['id']},\n" + ",\n".join(rows) + "\n}"


def ris(item: dict[str, Any]) -> str:
    """A CSL item as a RIS record."""
    tags = [
        ("TY", "STAT" if item["type"] == "legislation" else "GEN"),
        ("ID", item["id"]),
        *(("AU", author["literal"]) for author in item.get("author", ())),
        ("TI", item["title"]),
        ("SE", item.get("section")),
        ("PY", _day(item, "issued").partition("-")[0]),
        ("DA", _day(item, "issued").replace("-", "/")),
        ("Y2", _day(item, "accessed").replace("-", "/")),
        ("UR", item["URL"]),
        ("LA", item["language"]),
        ("N1", item.get("references")),
        ("N1", item["note"]),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in tags if value), "ER  - "])


def _day(item: dict[str, Any], name: str) -> str:
    return date(*item[name]["date-parts"][0]).isoformat() if name in item else ""


def _braced(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
