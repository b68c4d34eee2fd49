"""The metadata of an Akoma Ntoso document: what it is, where its words come from, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site import frbr
from legal_site.exports.akn_identification import SITE, identification
from legal_site.exports.akn_subject import Remark, Subject
from legal_site.exports.akn_xml import Element, block, line
from legal_site.view.record import gazette_number


def meta(subject: Subject) -> Element:
    """The `meta` element of a document."""
    parts = [identification(subject)]
    events = [
        block("eventRef", {"date": day.isoformat(), "source": SITE, "eId": f"eref_{number}"}, ())
        for number, day in enumerate(subject.wordings, 1)
    ]
    parts += [block("lifecycle", {"source": SITE}, events)] if events else []
    parts.append(block("references", {"source": SITE}, _references(subject)))
    notes = [_note(number, remark) for number, remark in enumerate(subject.remarks, 1)]
    parts += [block("notes", {"source": SITE}, notes)] if notes else []
    parts.append(block("proprietary", {"source": SITE}, _proprietary(subject)))
    return block("meta", {}, parts)


def _references(subject: Subject) -> Iterator[Element]:
    reader, site = subject.reader, subject.reader.content.site
    published = [("original", "original_1", subject.gazette)] if subject.gazette else []
    published += [("passiveRef", f"passiveRef_{place}", number) for place, number in enumerate(subject.amended_by, 1)]
    for kind, eid, number in published:
        if iri := frbr.gazette(reader.content, number):
            yield block(kind, {"eId": eid, "href": iri, "showAs": gazette_number(reader, number)}, ())
    ontology = "/akn/ontology"
    name = subject.site_url.partition("://")[2].strip("/").replace("/", ".")
    for eid, iri, words in (
        ("site", f"{site.country}.{name}", reader.text(site.publisher or site.name)),
        ("author", f"{site.country}.author.{subject.number}", subject.author),
    ):
        yield block("TLCOrganization", {"eId": eid, "href": f"{ontology}/organization/{iri}", "showAs": words}, ())
    yield block("TLCRole", {"eId": "editor", "href": f"{ontology}/role/editor", "showAs": "editor"}, ())
    for version in site.versions:
        if version is not reader.version:
            iri = subject.expression(version)
            attributes = {"eId": f"version_{version.locale}", "name": "version", "href": iri, "showAs": version.name}
            yield block("TLCReference", attributes, ())


def _note(number: int, remark: Remark) -> Element:
    about = {"placementBase": f"#{remark.about}"} if remark.about else {}
    paragraphs = [line("p", words) for words in remark.text.split("\n") if words.strip()]
    return block("note", {"eId": f"note_{number}", "status": "editorial", **about}, paragraphs)


def _proprietary(subject: Subject) -> Iterator[Element]:
    """In the site's own namespace: the files of the other versions, and the provenance of each part."""
    namespace = {"xmlns": f"{subject.site_url}about/developers/#akn"}
    for version in subject.reader.content.site.versions:
        file = subject.file(version)
        yield block("version", {**namespace, "lang": version.lang, "file": file}, ())
    for origin in subject.origins:
        own = origin.provenance
        kind = "transliteration" if subject.reader.version.made_from else own.kind
        known = {
            "about": f"#{origin.about}" if origin.about else None,
            "kind": kind,
            "sources": " ".join(own.sources or []) or None,
            "independentSources": own.independent_sources,
            "verifiedOn": own.verified_on,
            "verifiedBy": own.verified_by and subject.reader.text(own.verified_by),
            "wording": origin.wording,
            "basis": origin.basis,
        }
        attributes = {name: str(value) for name, value in known.items() if value is not None}
        yield block("provenance", {**namespace, **attributes}, ())
