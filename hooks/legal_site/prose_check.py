"""The hand-written pages under `docs/` are looked at before anything is built, like the content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from legal_site.addresses import addresses, prose_addresses
from legal_site.content import Content
from legal_site.layout import FOOTER, MENU
from legal_site.load import read_text
from legal_site.permalink import prose
from legal_site.problems import ContentError, Place, Problem, did_you_mean, path_text, shown
from legal_site.prose import PLACEHOLDERS, RESULTS, divided, front_matter, unfilled
from legal_site.prose_elements import TARGET, elements_of

_FILLED_IN = (*(f"site.{name}" for name in PLACEHOLDERS), *(f"proof.{name}" for name in RESULTS))
_NAME = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
_LINK = re.compile(r"\]\(([^)\s]*)\)")
_ID = re.compile(r"\{#([^}\s]*)\}")
_MENTION = re.compile(r"\[\[[^\]\n]*(?:\]\])?")
_FROM_CONTENT = re.compile(r"(?:^|\]\()(/about/[a-z0-9/-]*(?:#[a-z0-9-]+)?|/[a-z0-9/-]*#[a-z0-9-]+)(?=$|\))")
"""A link to a hand-written page or to a place on any page."""
_HEADING = re.compile(r"^# +\S", re.MULTILINE)


def checked_prose(docs: Path, content: Content) -> list[str]:
    """The addresses and anchors of the hand-written pages. Raises ContentError with all that is wrong in them."""
    problems: list[Problem] = []
    pages: dict[str, dict[str, str]] = {}
    for locale in content.written_locales:
        pages[locale] = dict(_read(docs, locale, problems))
    made = set(addresses(content))
    known = made.union(*(_anchors(name, text) for texts in pages.values() for name, text in texts.items()))
    problems += _missing(docs.name, pages, made)
    problems += _from_content(content, known)
    for locale, texts in pages.items():
        for name, text in texts.items():
            problems += _looked_at(f"{docs.name}/{locale}/{name}", text, known)
    if problems:
        raise ContentError(problems)
    return prose_addresses(docs / content.site.versions[0].locale)


def _read(docs: Path, locale: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The readable pages of one language, by their name in its folder."""
    for path in sorted((docs / locale).rglob("*.md")):
        short = path.relative_to(docs / locale).as_posix()
        name = f"{docs.name}/{locale}/{short}"
        if not _NAME.fullmatch(short):
            message = "rename the file: a page has a name of small Latin letters, digits and hyphens"
            problems.append(Problem(Place(name), message))
        elif (text := read_text(path, name, problems)) is not None:
            yield short, text


def _anchors(name: str, text: str) -> Iterator[str]:
    yield prose(name)
    for anchor in _ID.findall(text):
        yield f"{prose(name)}#{anchor}"


def _missing(folder: str, pages: dict[str, dict[str, str]], made: set[str]) -> Iterator[Problem]:
    """Pages that stand in another language or in the menus, and pages where the content has one already."""
    by_hand = {address for _, address in (*MENU, *FOOTER) if address.startswith("/about/")} - made
    menus = [f"{address.strip('/')}.md" for address in by_hand]
    wanted = {name.replace("about.md", "about/index.md") for name in menus}
    for locale, texts in pages.items():
        for name in sorted(wanted.union(*pages.values()) - texts.keys()):
            why = "the menus lead to it" if name in wanted else "every page stands in each language"
            yield Problem(Place(f"{folder}/{locale}/{name}"), f"the file is missing or cannot be read: {why}")
        for name in texts:
            if prose(name) in made:
                message = f"has the address {prose(name)}, at which the content has a page: rename it"
                yield Problem(Place(f"{folder}/{locale}/{name}", 1, 1), message)


def _from_content(content: Content, known: set[str]) -> Iterator[Problem]:
    """Links of the content to hand-written pages, and to places on pages, that are not there."""
    for document in content.documents.values():
        for loc, text in document.strings:
            for target in _FROM_CONTENT.findall(text) if "/" in text else ():
                if target not in known:
                    near = did_you_mean(target, known)
                    what = "place on a page" if "#" in target else "page"
                    message = f"{path_text(loc)} leads to {target}, which is no {what} of this site{near}"
                    yield Problem(document.place(loc), message)


def _looked_at(name: str, text: str, known: set[str]) -> Iterator[Problem]:
    """What is wrong in one page."""

    def place(position: int) -> Place:
        start = text.rfind("\n", 0, position) + 1
        return Place(name, text.count("\n", 0, position) + 1, position - start + 1)

    yield from _head(name, text)
    head, body = divided(text)
    if not _HEADING.search(body):
        message = "has no heading: begin the text with a line such as `# How we work {#how-we-work}`"
        yield Problem(place(len(head)), message)
    for match in unfilled(text):
        near = did_you_mean(match.group().strip("{} \t\n"), _FILLED_IN)
        expected = ", ".join(f"{{{{ {each} }}}}" for each in _FILLED_IN)
        message = f"{shown(match.group())} is filled in by nothing{near}: expected one of {expected}"
        yield Problem(place(match.start()), message)
    for match in _MENTION.finditer(text):
        message = (
            f"has {shown(match.group())}, which readers would see as it stands: provisions are mentioned so in the "
            "content alone; write a link such as [Article 1](/law/xy/1/#p2)"
        )
        yield Problem(place(match.start()), message)
    seen: set[str] = set()
    for match in _ID.finditer(text):
        if match.group(1) in seen:
            message = f"the anchor {shown(match.group(1))} stands twice on the page: rename one"
            yield Problem(place(match.start()), message)
        seen.add(match.group(1))
    for match in _LINK.finditer(text):
        yield from _link(match.group(1), place(match.start()), name, known)
    for fault, sign in elements_of(body):
        yield Problem(place(max(0, text.lower().find(sign))), fault)


def _head(name: str, text: str) -> Iterator[Problem]:
    """The front matter: title and description, for the tab and for search engines."""
    problems: list[Problem] = []
    composed = front_matter(text, name, problems)
    for problem in problems:
        yield Problem(Place(name, max(1, problem.place.line), max(1, problem.place.column)), problem.message)
    value, places = composed or (None, {})
    for key in ("title", "description") if composed else ():
        given = value.get(key) if isinstance(value, dict) else None
        if not isinstance(given, str) or not given.strip():
            message = f"{path_text((key,))} is missing: a page begins with --- and its title and description"
            yield Problem(Place(name, *places.get((key,), (1, 1))), message)


def _link(target: str, place: Place, name: str, known: set[str]) -> Iterator[Problem]:
    if not TARGET.fullmatch(target):
        message = f"links to {shown(target)}: expected https://… or a page of the site such as /about/method/"
        yield Problem(place, message)
        return
    page = prose(name.partition("/")[2].partition("/")[2])
    full = page + target if target.startswith("#") else target
    if full.startswith("/") and full not in known:
        yield Problem(place, f"links to {target}, which is no page of this site{did_you_mean(full, known)}")
