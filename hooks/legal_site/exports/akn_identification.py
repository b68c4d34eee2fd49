"""What an Akoma Ntoso document is, on the three levels of FRBR: the work, the version of it, this file."""

from __future__ import annotations

from legal_site import frbr, permalink
from legal_site.exports.akn_subject import Subject
from legal_site.exports.akn_xml import Element, block
from legal_site.view.derivation import made_from, translated_from

SITE = "#site"
"""Who made the document: the reference that every statement in it is put down to."""
FORMAT = "application/akn+xml"
_EDITOR = {"href": SITE, "as": "#editor"}


def identification(subject: Subject) -> Element:
    """The `identification` element of a document."""
    return block("identification", {"source": SITE}, [_work(subject), _expression(subject), _manifestation(subject)])


def _value(name: str, value: str) -> Element:
    return block(name, {"value": value}, ())


def _alias(address: str, name: str) -> Element:
    return block("FRBRalias", {"value": address, "name": name}, ())


def _work(subject: Subject) -> Element:
    day, name = subject.work_date
    parts = [
        _value("FRBRthis", subject.this(subject.work)),
        _value("FRBRuri", subject.work),
        block("FRBRdate", {"date": day, "name": name}, ()),
        block("FRBRauthor", {"href": "#author"}, ()),
        _value("FRBRcountry", subject.reader.content.site.country),
        _value("FRBRnumber", subject.number),
        _value("FRBRprescriptive", "true" if subject.is_prescriptive else "false"),
    ]
    return block("FRBRWork", {}, parts)


def _expression(subject: Subject) -> Element:
    """Never authoritative: nobody has entrusted the site with an official text. What it is stands under `origins`."""
    content, version = subject.reader.content, subject.reader.version
    versions = content.site.versions
    own = subject.expression(version)
    as_of = (subject.as_of.isoformat(), subject.basis) if subject.as_of else subject.work_date
    page = permalink.prefixed(subject.lasting, subject.reader.prefix)
    parts = [
        _value("FRBRthis", subject.this(own)),
        _value("FRBRuri", own),
        _alias(subject.full(page), "page"),
        block("FRBRdate", {"date": as_of[0], "name": as_of[1]}, ()),
        block("FRBRauthor", _EDITOR, ()),
    ]
    variant = frbr.language_variant(content, version)
    parts += [_value("FRBRversionNumber", variant)] if variant else []
    parts.append(_value("FRBRauthoritative", "false"))
    master = made_from(versions, subject.provenance, version)
    if master:
        parts.append(block("FRBRmasterExpression", {"href": subject.expression(master), "showAs": master.name}, ()))
    parts.append(block("FRBRlanguage", {"language": version.lang}, ()))
    source = translated_from(versions, subject.provenance, subject.reader.written)
    if source:
        origin = {"href": subject.expression(source), "fromLanguage": source.lang}
        parts.append(block("FRBRtranslation", {**origin, "authoritative": "false", "by": SITE}, ()))
    return block("FRBRExpression", {}, parts)


def _manifestation(subject: Subject) -> Element:
    own = subject.expression(subject.reader.version)
    parts = [
        _value("FRBRthis", f"{subject.this(own)}.xml"),
        _value("FRBRuri", f"{own}.xml"),
        _alias(subject.file(subject.reader.version), "file"),
        block("FRBRdate", {"date": subject.verified_on.isoformat(), "name": "verified"}, ()),
        block("FRBRauthor", _EDITOR, ()),
    ]
    if subject.portion:
        parts.append(block("FRBRportion", {"from": f"#{subject.portion}"}, ()))
    return block("FRBRManifestation", {}, [*parts, _value("FRBRformat", FORMAT)])
