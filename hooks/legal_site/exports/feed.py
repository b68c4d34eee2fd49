"""The feed of changes of each version: Atom 1.0 (RFC 4287). Its dates are those of the changes, never the clock's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from html import escape, unescape
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from legal_site import permalink
from legal_site.exports.every_version import plain_text
from legal_site.model.registers import Change
from legal_site.site import Site
from legal_site.view.globals import link_name
from legal_site.view.reader import Reader

ATOM = "http://www.w3.org/2005/Atom"
_NAMES = 3
"""How many of the changed pages an entry's title names; all are linked."""
_END = re.compile(r"(?<!\d)(?<!\b\w)[.!?…][”“»\")]*(?=\s+[„“«\"(]*([^\W\d_]))")
"""Where a sentence may end, with the letter after it: not behind a number („12. априла”) or an initial."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Nothing while nothing has changed: a feed needs the date of a change."""
    changes = sorted(site.content.changes.changes, key=lambda change: change.date, reverse=True)
    if not changes:
        return
    for version in site.content.site.versions:
        reader = site.reader(version.locale, "/")
        feed = _feed(reader, urljoin(site_url, reader.own_address[1:]), changes)
        ElementTree.indent(feed)
        text = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
        yield permalink.prefixed(permalink.FEED, reader.prefix), text + b"\n"


def _feed(reader: Reader, home: str, changes: list[Change]) -> Element:
    """`home` is the version's first page: links of the reader, who is on it, are resolved against it."""
    info = reader.content.site
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": reader.version.lang})
    begun = min(change.date for change in changes)
    instants = _instants(changes)
    _add(feed, "id", tag(reader.content.own_address, begun, f"{reader.version.locale}/changes"))
    _add(feed, "title", reader.ui("feed_title", name=reader.text(info.name)))
    _add(feed, "updated", instants[0])
    # RFC 4287, 4.1.1: a feed has an author. Where no publisher is known the site answers for itself.
    author = SubElement(feed, "author")
    _add(author, "name", reader.text(info.publisher or info.name))
    if info.contact:
        _add(author, "email", info.contact)
    page = permalink.register("changes")
    _link(feed, "self", urljoin(home, reader.link(permalink.FEED)), "application/atom+xml")
    _link(feed, "alternate", urljoin(home, reader.link(page)), "text/html")
    for change, instant in zip(changes, instants, strict=True):
        _entry(feed, reader, home, change, instant)
    return feed


def _entry(feed: Element, reader: Reader, home: str, change: Change, instant: str) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", tag(reader.content.own_address, change.date, f"{reader.version.locale}/changes/{change.id}"))
    names = [link_name(reader, permalink.subject_page(about)) for about in change.about[:_NAMES]]
    said = str(reader.rich(change.text))
    about = "; ".join(names) + (" …" if len(change.about) > _NAMES else "")
    _add(entry, "title", f"{first_sentence(plain_text(said))} – {about}")
    _add(entry, "updated", instant)
    lasting = permalink.register("changes", change.id)
    _link(entry, "alternate", urljoin(home, reader.link(lasting)), "text/html")
    for about in change.about:
        _link(entry, "related", urljoin(home, reader.link(permalink.subject_page(about))), "text/html")
    _add(entry, "content", absolute_links(said, home), {"type": "html"})


def tag(address: str, day: date, name: str) -> str:
    """A tag URI (RFC 4151): the same for ever, wherever a copy of the site is built."""
    host = (urlsplit(address).hostname or "").encode("idna").decode()
    return f"tag:{host},{day.isoformat()}:{name}"


def absolute_links(html: str, page: str) -> str:
    """The HTML with its links resolved against the address of the page that they were made for."""
    return re.sub(r'href="([^"]*)"', lambda link: f'href="{escape(urljoin(page, unescape(link.group(1))))}"', html)


def first_sentence(text: str) -> str:
    """A text as far as its first full stop, without it; all of it where none is found."""
    text = " ".join(text.split())
    ends = (found for found in _END.finditer(text) if found.group(1).isupper())
    end = next(ends, None)
    return (text[: end.end()] if end else text).removesuffix(".")


def _instants(changes: list[Change]) -> list[str]:
    """When each change was made, the newest first. Only the day is known; feed readers sort by the time.

    So each change of a day is a second later than the one before it. They are counted from the day's first, which
    nothing that is added later comes before: no entry's time ever changes.
    """
    made: Counter[date] = Counter()
    found = []
    for change in reversed(changes):
        instant = datetime.combine(change.date, time()) + timedelta(seconds=made[change.date])
        made[change.date] += 1
        found.append(f"{instant.isoformat()}Z")
    return found[::-1]


def _add(parent: Element, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    SubElement(parent, name, dict(attributes or {})).text = text


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})
