"""What every template may call beside the reader: names and lists that several pages print alike."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup, escape

from legal_site import permalink
from legal_site.markup import keep_together
from legal_site.model.registers import Contact
from legal_site.permalink import Provision
from legal_site.verification import is_overdue
from legal_site.view.labels import article_heading, long_date, number
from legal_site.view.law import article_list
from legal_site.view.quote import site_address
from legal_site.view.reader import Reader


def partial_date(reader: Reader, value: str) -> str:
    """A date as precise as it is known, in words."""
    year, *rest = value.split("-")
    if not rest:
        return reader.plain(f"{year}.") if reader.version.citation_style == "sr" else year
    month = reader.ui(f"month_{int(rest[0])}")
    if len(rest) == 2:
        return reader.ui("long_date", day=int(rest[1]), month=month, year=year)
    return reader.ui("month_of_year", month=month, year=year)


def overdue(reader: Reader, checked_on: date) -> bool:
    """Whether what was checked on a day has to be checked again, on the day of the build."""
    return is_overdue(checked_on, reader.content.day)


def provision_list(reader: Reader, provisions: list[str]) -> Markup:
    """Citations, linked where they are published, separated by semicolons."""
    names = []
    for address in provisions:
        provision = Provision.parse(address)
        name = escape(keep_together(reader.cite(provision)))
        link = reader.provision_link(provision)
        names.append(Markup('<a href="{}">{}</a>').format(link, name) if link else name)
    return Markup("; ").join(names)


def source_list(reader: Reader, sources: list[str]) -> Markup:
    """Titles of sources, linked to their entries."""
    titles = {source.id: source.title for source in reader.content.sources.sources}
    links = [
        Markup('<a href="{}">{}</a>').format(
            reader.link(permalink.register("sources", source)), reader.text(titles[source])
        )
        for source in sources
    ]
    return Markup("; ").join(links)


def contact(reader: Reader, entry: Contact) -> Markup:
    """A contact, as a link where it can be one. A Cyrillic address on another page is marked as such."""
    written = entry.value[reader.written]
    scheme = {"email": "mailto:", "phone": "tel:", "web": ""}.get(entry.kind)
    if scheme is None:
        return escape(reader.text(entry.value))
    target = scheme + (written.replace(" ", "") if entry.kind == "phone" else written)
    return Markup('<a href="{}">{}</a>').format(target, written)


def gazette(number: str) -> str:
    """A gazette number with its remark in English."""
    for serbian, english in (("исправка", "corrigendum"), ("УС", "Constitutional Court"), ("др. закон", "other law")):
        number = number.replace(serbian, english)
    return number


def link_name(reader: Reader, address: str) -> str:
    """How a page of the site is called in a list of links."""
    parts = address.strip("/").partition("#")[0].rstrip("/").split("/")
    if parts[0] == "law" and len(parts) == 3:
        law = reader.content.laws[parts[1]]
        article = law.articles[parts[2]]
        return f"{article_heading(reader, article)} ({reader.text(law.info.abbreviation)})"
    if parts[0] == "law" and len(parts) == 2:
        return reader.text(reader.content.laws[parts[1]].info.title)
    if parts[0] == "guide" and len(parts) == 2:
        return reader.text(reader.content.flows[parts[1]].title)
    if parts[0] == "guide" and len(parts) == 3:
        return reader.ui(f"guide_{parts[2]}", title=reader.text(reader.content.flows[parts[1]].title))
    if parts[0] == "statement" and len(parts) == 2:
        return reader.text(reader.content.statements[parts[1]].title)
    lists = {"": "home", "law": "laws", "statement": "statements", "guide": "guides"}
    return reader.ui(parts[-1] if parts[0] == "about" else lists.get(parts[0], parts[0]))


def about_link(reader: Reader, about: str) -> Markup:
    """What a change is about, linked."""
    address = permalink.subject_page(about)
    return Markup('<a href="{}">{}</a>').format(reader.link(address), link_name(reader, address))


GLOBALS: dict[str, Any] = {
    "about_link": about_link,
    "article_list": article_list,
    "contact": contact,
    "gazette": gazette,
    "link_name": link_name,
    "long_date": long_date,
    "number": number,
    "overdue": overdue,
    "permalink": permalink,
    "partial_date": partial_date,
    "provision_list": provision_list,
    "site_address": site_address,
    "source_list": source_list,
}
