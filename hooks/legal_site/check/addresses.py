"""Links in editorial texts lead somewhere that a link may lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.index import REGISTERS, Index
from legal_site.load import Document, Loc
from legal_site.model.base import is_reachable
from legal_site.model.registers import Authorities, Changes
from legal_site.model.site import Home, Interface
from legal_site.permalink import SEARCH, guide, guide_flowchart, guide_letters, subject_page
from legal_site.problems import did_you_mean

_LINK = re.compile(r"\]\(([^)]*)\)")
_PAGE = re.compile(r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?")
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()/-]+")
_CONTACTS: dict[str, tuple[Callable[[str], object], str]] = {
    "web": (lambda value: value.startswith("http") and is_reachable(value), "an address that begins with https://"),
    "email": (_E_MAIL.fullmatch, "an e-mail address"),
    "phone": (_TELEPHONE.fullmatch, "a telephone number such as +381 11 123 4567"),
}
"""What is made a link has to be what it says it is."""


def links(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A link that is neither https://…, mailto:… nor a page that the site has, such as /law/kz/146/."""
    for loc, text in document.strings:
        if "](" in text:
            for match in _LINK.finditer(text):
                target = match.group(1)
                if not _PAGE.fullmatch(target) and not is_reachable(target):
                    message = f"links to {target!r}: expected https://… or a page of the site such as /law/kz/146/"
                    yield Finding(loc, message)
                elif target.startswith("/"):
                    yield from _page(target, loc, context)


def pages(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A page of the site that does not exist, among the home page's links or the subjects of a change."""
    if isinstance(model, Home):
        for index, door in enumerate(model.doors):
            for field in ("guides", "links"):
                for number, address in enumerate(getattr(door, field)):
                    yield from _named(address, ("doors", index, field, number), context)
        for number, row in enumerate(model.statements):
            loc = ("statements", number, "statement")
            yield from _page(f"/statement/{row.statement}/", loc, context)
    if isinstance(model, Changes):
        for index, change in enumerate(model.changes):
            for number, about in enumerate(change.about):
                yield from _named(subject_page(about), ("changes", index, "about", number), context)


def contacts(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A contact that is not what its kind says."""
    for index, authority in enumerate(model.authorities if isinstance(model, Authorities) else ()):
        for number, contact in enumerate(authority.contacts):
            is_one, expected = _CONTACTS.get(contact.kind, (bool, ""))
            for locale, value in contact.value.items():
                if not is_one(value):
                    loc: Loc = ("authorities", index, "contacts", number, "value", locale)
                    yield Finding(loc, f"is {value!r}, expected {expected}")


def _named(address: str, loc: Loc, context: Context) -> Iterator[Finding]:
    """A page that is shown by its name: the interface has a hand-written one's, under the last part of its address."""
    yield from _page(address, loc, context)
    name, interface = address.partition("#")[0].strip("/").split("/")[-1], context.models.get("interface")
    if address.startswith("/about/") and isinstance(interface, Interface) and name not in interface.texts:
        yield Finding(loc, f"leads to {address}, which has no name: add {name} to interface.yml")


def _page(address: str, loc: Loc, context: Context) -> Iterator[Finding]:
    page = address.partition("#")[0]
    known = page_addresses(context.index)
    if not _PAGE.fullmatch(address) or (page not in known and not page.startswith("/about/")):
        yield Finding(loc, f"leads to {address}, which is no page of this site{did_you_mean(page, known)}")


def page_addresses(index: Index) -> set[str]:
    """The addresses of the pages that the content gives the site."""
    addresses = {"/", "/law/", "/statement/", SEARCH, *(f"/{register}/" for register in REGISTERS)}
    if index.flows:
        addresses.add("/guide/")
        for flow in index.flows:
            addresses |= {guide(flow), guide_flowchart(flow)}
            addresses |= {guide_letters(flow)} if index.given[flow] else set()
    addresses.update(f"/law/{law}/" for law in index.laws)
    addresses.update(f"/law/{article}/" for article in index.articles)
    addresses.update(f"/statement/{name}/" for name in index.statements if "/" not in name)
    return addresses


OWN_RULES: tuple[OwnRule, ...] = (contacts,)
RULES: tuple[Rule, ...] = (links, pages)
