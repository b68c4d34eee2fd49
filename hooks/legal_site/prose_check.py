"""The hand-written pages under `docs/` are looked at before anything is built, like the content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legal_site.addresses import addresses
from legal_site.content import Content
from legal_site.layout import FOOTER, MENU
from legal_site.load import read_text, visible
from legal_site.permalink import prose
from legal_site.problems import ContentError, Place, Problem, did_you_mean, path_text, shown
from legal_site.prose import PLACEHOLDERS, RESULTS, divided, front_matter, unfilled
from legal_site.prose_elements import TARGET, Made, elements_of

_FILLED_IN = (*(f"site.{name}" for name in PLACEHOLDERS), *(f"proof.{name}" for name in RESULTS))
_NAME = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
_MENTION = re.compile(r"\[\[[^\]\n]*(?:\]\])?")
_FROM_CONTENT = re.compile(r"(?:^|\]\()(/about/[a-z0-9/-]*(?:#[a-z0-9-]+)?|/[a-z0-9/-]*#[a-z0-9-]+)(?=$|\))")
"""A link to a hand-written page or to a place on any page."""
_HEADING = re.compile(r"^# +\S", re.MULTILINE)


@dataclass(frozen=True)
class _Page:
    """A readable page of one language."""

    file: str
    """How it is called in messages."""
    address: str
    text: str
    made: Made

    def place(self, position: int) -> Place:
        start = self.text.rfind("\n", 0, position) + 1
        return Place(self.file, self.text.count("\n", 0, position) + 1, position - start + 1)

    def places(self, *forms: str) -> list[Place]:
        """Where one of the forms stands in its text; the beginning, if none does."""
        found = re.finditer("|".join(forms), self.text)
        return [self.place(match.start()) for match in found] or [self.place(0)]

    def places_of_anchor(self, anchor: str) -> list[Place]:
        name = rf"{re.escape(anchor)}(?![\w-])"
        return self.places(rf"\{{[^{{}}\n]*#{name}", rf"\b(?i:id)\s*=\s*[\"']?{name}")

    def places_of_link(self, target: str) -> list[Place]:
        if target not in self.text:  # letters of it are written as numbers
            return self.places(r"&#?\w+;")[:1]
        address = rf"{re.escape(target)}(?![^\s)>\"'])"
        return self.places(rf"\]\(\s*<?{address}", rf"\]:\s*<?{address}", rf"\b(?i:href)\s*=\s*[\"']?{address}")

    @property
    def addresses(self) -> list[str]:
        return [self.address, *(f"{self.address}#{anchor}" for anchor in self.made.anchors)]


_Pages = dict[str, dict[str, _Page]]
"""By language, and by their names in its folder."""


def checked_prose(docs: Path, content: Content) -> list[str]:
    """The addresses and anchors of the hand-written pages. Raises ContentError with all that is wrong in them."""
    problems: list[Problem] = []
    problems.extend(_strangers(docs, content.written_locales))
    pages: _Pages = {locale: dict(_read(docs, locale, problems)) for locale in content.written_locales}
    made = set(addresses(content))
    known = {locale: made.union(*(page.addresses for page in own.values())) for locale, own in pages.items()}
    problems += _missing(docs.name, pages, made)
    problems += _differing(pages)
    problems += _from_content(content, set().union(*known.values()))
    for locale, own in pages.items():
        for page in own.values():
            problems += _looked_at(page, known[locale])
    if problems:
        raise ContentError(problems)
    return [address for page in pages[content.site.versions[0].locale].values() for address in page.addresses]


def _strangers(docs: Path, locales: Sequence[str]) -> Iterator[Problem]:
    """What MkDocs would publish although nobody has looked at it, or end the build at. It passes over hidden files."""
    found = [path for path in docs.glob("*") if path.name not in locales and not path.name.startswith(".")]
    for locale in locales:
        others = (path for path in visible(docs / locale) if path.suffix != ".md")
        found += (path for path in others if path.is_symlink() or not path.is_dir())
    folders = " or ".join(f"{docs.name}/{locale}/" for locale in locales)
    for path in sorted(found):
        message = (
            f"is not a file the site knows: expected pages that end with .md in {folders}, the languages written by "
            f"hand; rename it, move it there or take it out of {docs.name}/"
        )
        yield Problem(Place(f"{docs.name}/{path.relative_to(docs).as_posix()}"), message)


def _read(docs: Path, locale: str, problems: list[Problem]) -> Iterator[tuple[str, _Page]]:
    """The readable pages of one language, by their name in its folder."""
    for path in visible(docs / locale, "*.md"):
        short = path.relative_to(docs / locale).as_posix()
        name = f"{docs.name}/{locale}/{short}"
        if not _NAME.fullmatch(short):
            message = "rename the file: a page has a name of small Latin letters, digits and hyphens"
            problems.append(Problem(Place(name), message))
        elif (text := read_text(path, name, problems)) is not None:
            yield short, _Page(name, prose(short), text, elements_of(divided(text)[1]))


def _missing(folder: str, pages: _Pages, made: set[str]) -> Iterator[Problem]:
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


def _differing(pages: _Pages) -> Iterator[Problem]:
    """Anchors that another language does not have: a link to one would lead to the top of the page there."""
    for locale, name in ((locale, name) for locale, own in pages.items() for name in own):
        page, anchors = pages[locale][name], set(pages[locale][name].made.anchors)
        for other in (own[name] for each, own in pages.items() if each != locale and name in own):
            theirs = set(other.made.anchors)
            for anchor in sorted(anchors - theirs):
                near = did_you_mean(anchor, theirs - anchors)
                message = (
                    f"the anchor {shown(anchor)} is not in {other.file}{near}: a heading has the same in every language"
                )
                yield Problem(page.places_of_anchor(anchor)[0], message)


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


def _looked_at(page: _Page, known: set[str]) -> Iterator[Problem]:
    """What is wrong in one page. `known` are the addresses and anchors of its language."""
    yield from _head(page.file, page.text)
    head, body = divided(page.text)
    if not _HEADING.search(body):
        message = "has no heading: begin the text with a line such as `# How we work {#how-we-work}`"
        yield Problem(page.place(len(head)), message)
    for match in unfilled(page.text):
        near = did_you_mean(match.group().strip("{} \t\n"), _FILLED_IN)
        expected = ", ".join(f"{{{{ {each} }}}}" for each in _FILLED_IN)
        message = f"{shown(match.group())} is filled in by nothing{near}: expected one of {expected}"
        yield Problem(page.place(match.start()), message)
    for match in _MENTION.finditer(page.text):
        message = (
            f"has {shown(match.group())}, which readers would see as it stands: provisions are mentioned so in the "
            "content alone; write a link such as [Article 1](/law/xy/1/#p2)"
        )
        yield Problem(page.place(match.start()), message)
    for anchor, count in Counter(page.made.anchors).items():
        if count > 1:
            message = f"the anchor {shown(anchor)} stands twice on the page: rename one"
            yield Problem(page.places_of_anchor(anchor)[-1], message)
    for target in dict.fromkeys(page.made.links):
        if fault := _fault_of(target, page, known):
            for place in page.places_of_link(target):
                yield Problem(place, fault)
    for fault, sign in page.made.faults:
        yield Problem(page.place(max(0, page.text.lower().find(sign))), fault)


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


def _fault_of(target: str, page: _Page, known: set[str]) -> str | None:
    """What is wrong with a link."""
    if not TARGET.fullmatch(target):
        return f"links to {shown(target)}: expected https://… or a page of the site such as /about/method/"
    full = page.address + target if target.startswith("#") else target
    if full.startswith("/") and full not in known:
        return f"links to {target}, which is no page of this site{did_you_mean(full, known)}"
    return None
