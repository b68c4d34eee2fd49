"""A paragraph or a statement as reference managers read it: CSL-JSON, and BibTeX and RIS made of it.

CSL-JSON: the variables of the Citation Style Language 1.0.2 (docs.citationstyles.org, Appendix IV).
RIS: the tags of the Research Information Systems format, for statutes as Zotero and EndNote read them.
BibTeX has no entry for a law; `@misc` is what every style knows.
"""

from __future__ import annotations

import json
import re
import string
from dataclasses import dataclass
from datetime import date
from typing import Any

from legal_site import permalink
from legal_site.citation import cite
from legal_site.content import Law
from legal_site.model.law import Article
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.permalink import Provision
from legal_site.view.globals import gazette
from legal_site.view.quote import site_address, statement_status
from legal_site.view.reader import Reader
from legal_site.view.sentences import joined, sentence


@dataclass(frozen=True)
class File:
    """A record in one format."""

    ending: str
    name: str
    text: str

    @property
    def link(self) -> str:
        """The file itself as an address (RFC 2397), so that it is saved without a script. RIS is read line by line,
        each ended by CR LF."""
        text = self.text.replace("\n", "\r\n") + "\r\n" if self.ending == "ris" else self.text
        for sign, code in _ENCODED:
            text = text.replace(sign, code)
        return "data:text/plain;charset=utf-8," + text


_PLAIN = set(string.ascii_letters + string.digits + "!$&'()*+,-./:;=?@_~")
_ENCODED = tuple((sign, f"%{ord(sign):02X}") for sign in ("%", *sorted(set(string.printable) - _PLAIN - {"%"})))
"""What does not stand for itself in an address (URL Standard, URL code points), as UTF-8 in percents. Letters beyond
ASCII do; no other control character gets through the check. The percent comes first: the others bring some."""


@dataclass(frozen=True)
class Record:
    """What is cited, in each format."""

    id: str
    """Its name among records, and that of its files without their ending."""
    files: tuple[File, ...]


def law_record(reader: Reader, law: Law, article: Article, provision: Provision, note: str) -> Record:
    """A paragraph in the article's wording; `note` says of what day its words are and whether they are official."""
    as_of = article.wording.as_of
    numbers = _gazette_numbers(reader, law)
    item: dict[str, Any] = {
        "id": f"{law.id}-{provision.article}-{as_of}-{reader.version.locale}-{provision.anchor}",
        "type": "legislation",
        "title": reader.text(law.info.title),
        "section": _section(reader, provision),
        "jurisdiction": reader.text(reader.content.site.jurisdiction),
        # A day on which the text was only seen is not one of which the text is.
        "accessed" if article.wording.basis == "seen" else "issued": _csl_date(as_of),
        **({"references": f"{reader.ui('gazette')} {numbers}"} if numbers else {}),
        **_common(reader, f"{permalink.wording(law.id, provision.article, as_of)}#{provision.anchor}", note),
    }
    return Record(item["id"], _files(item))


def statement_record(reader: Reader, statement: Statement, paragraph: StatementParagraph | None = None) -> Record:
    """A paragraph of a statement, or with None the whole of it."""
    title, status = reader.text(statement.title), statement_status(reader, statement)
    doubt = reader.text(statement.date_note) if statement.date_note else None
    place = f"#{permalink.statement_anchor(paragraph.number)}" if paragraph else ""
    item: dict[str, Any] = {
        "id": f"statement-{statement.id}-{reader.version.locale}{place.replace('#', '-')}",
        "type": "document",
        "author": [{"literal": reader.text(statement.author)}],
        "title": reader.ui("statement_part", title=title, number=paragraph.number) if paragraph else title,
        "issued": _csl_date(statement.date),
        **_common(reader, permalink.statement(statement.id) + place, joined(doubt, status)),
    }
    return Record(item["id"], _files(item))


def _section(reader: Reader, provision: Provision) -> str:
    """The citation without the law's name: „чл. 146. ст. 3.”"""
    return reader.plain(cite(reader.version.citation_style, provision, "", reader.letters(provision)).strip())


def gazette_number(reader: Reader, number: str) -> str:
    """A number of the gazette as the law's page prints it: `27/2021 (УС)` in English too says what it is."""
    return gazette(number) if reader.version.citation_style == "en" else reader.plain(number)


def _gazette_numbers(reader: Reader, law: Law) -> str:
    made, key = reader.content.made, ("gazette numbers", law.id, reader.version.locale)
    if key not in made:
        made[key] = ", ".join(gazette_number(reader, number) for number in law.info.gazette)
    return str(made[key])


def _common(reader: Reader, address: str, note: str) -> dict[str, str]:
    return {"URL": site_address(reader, address), "language": reader.version.lang, "note": sentence(note)}


def _csl_date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


_json = json.JSONEncoder(ensure_ascii=False).encode


def _files(item: dict[str, Any]) -> tuple[File, ...]:
    rows = (f'  "{name}": {_json(value)}' for name, value in item.items())
    csl = "[{\n" + ",\n".join(rows) + "\n}]"
    return File("bib", "BibTeX", bibtex(item)), File("ris", "RIS", ris(item)), File("json", "CSL-JSON", csl)


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
