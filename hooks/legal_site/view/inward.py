"""What leads to a provision (`kz/146/p3`): each time the words of the link and the link."""

from __future__ import annotations

from legal_site import permalink
from legal_site.permalink import Provision
from legal_site.relations import Relations
from legal_site.view.reader import Reader


def referring(reader: Reader, relations: Relations, name: str) -> list[tuple[str, str]]:
    """The paragraphs whose words refer to it, in the order of the laws."""
    provisions = [Provision.parse(address) for address in relations.referred_by.get(name, ())]
    return [(reader.cite(provision), reader.link(provision.address)) for provision in provisions]


def quoting(reader: Reader, relations: Relations, name: str) -> list[tuple[str, str]]:
    """The paragraphs of statements that quote it."""
    found = []
    for address in relations.quoted_by.get(name, ()):
        statement, anchor = address.split("/")
        title = reader.text(reader.content.statements[statement].title)
        label = reader.ui("statement_part", title=title, number=anchor[1:])
        found.append((label, reader.link(f"{permalink.statement(statement)}#{anchor}")))
    return found


def concerned(reader: Reader, relations: Relations, name: str) -> list[tuple[str, str]]:
    """The guides that lead on for whom it may concern, by their titles, each at the question to begin with."""
    return [
        (reader.text(reader.content.flows[flow].title), reader.link(f"{permalink.guide(flow)}#{question}"))
        for flow, question in relations.concerns.get(name, ())
    ]
