"""Makes every address and every anchor. Nobody else does.

Addresses are written without a version's prefix (`/law/kz/146/`); `relative` turns them into
links from one page to another, so that the site works under any folder and from a disk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from legal_site.script import to_latin

_ASCII: dict[str, int | str | None] = {"č": "ch", "ć": "cj", "đ": "dj", "š": "sh", "ž": "zh"}
"""No two letters of an alphabet have one address: items а to ш may stand in one article."""
_PROVISION = re.compile(
    r"(?P<law>[a-z]+)/(?P<article>[0-9]+[a-z]*)"
    r"(?:/(?P<paragraph>p[0-9]+[a-z]*)(?:-(?P<item>i[0-9]+[a-z]*)(?:-(?P<subitem>[a-z]+))?)?)?"
)


@lru_cache(maxsize=4096)
def number_in_address(number: str) -> str:
    """A printed number as it stands in addresses: `24а` → `24a`, `336в` → `336v`."""
    return to_latin(number.lower()).translate(str.maketrans(_ASCII))


@dataclass(frozen=True, order=True)
class Provision:
    """A law, an article of it, a paragraph or an item: `kz/112/p3-i2`. Parts are as in addresses."""

    law: str
    article: str
    paragraph: str | None = None
    item: str | None = None
    subitem: str | None = None

    @classmethod
    def parse(cls, address: str) -> Provision:
        """Reads `kz/146/p3`. Raises ValueError for anything else."""
        match = _PROVISION.fullmatch(address)
        if match is None:
            raise ValueError(f"not the address of a provision: {address}")
        parts = match.groupdict()
        return cls(
            parts["law"],
            parts["article"],
            parts["paragraph"] and parts["paragraph"][1:],
            parts["item"] and parts["item"][1:],
            parts["subitem"],
        )

    def __str__(self) -> str:
        anchor = self.anchor
        return f"{self.law}/{self.article}" + (f"/{anchor}" if anchor else "")

    @property
    def anchor(self) -> str | None:
        """The anchor on the article's page (`p3-i2-a`), or None for the article itself."""
        if self.paragraph is None:
            return None
        anchor = f"p{self.paragraph}"
        if self.item is not None:
            anchor += f"-i{self.item}"
        return anchor + (f"-{self.subitem}" if self.subitem is not None else "")

    @property
    def page(self) -> str:
        """The address of the article's page."""
        return article(self.law, self.article)

    @property
    def address(self) -> str:
        """The full address with its anchor: `/law/kz/146/#p3`."""
        return self.page + (f"#{self.anchor}" if self.anchor else "")

    @property
    def whole_paragraph(self) -> Provision:
        """The paragraph it belongs to, or the article if it names no paragraph."""
        return Provision(self.law, self.article, self.paragraph)


def law(law_id: str) -> str:
    """The page of one law."""
    return f"/law/{law_id}/"


def article(law_id: str, number: str) -> str:
    """The page of one article; `number` as printed or as in addresses."""
    return f"/law/{law_id}/{number_in_address(number)}/"


def wording(law_id: str, number: str, as_of: date) -> str:
    """The lasting address of one dated wording."""
    return f"{article(law_id, number)}{as_of.isoformat()}/"


def card(paragraph: Provision) -> str:
    """The small page of one paragraph, for sharing and embedding: `/law/kz/146/p3/`."""
    return f"{paragraph.page}{paragraph.anchor}/"


def statement_card(statement_id: str, anchor: str) -> str:
    """The small page of one paragraph of a statement."""
    return f"{statement(statement_id)}{anchor}/"


def picture_address(card: str) -> str:
    """The share picture of the paragraph whose card has this address, with or without a version's prefix."""
    return f"{card}card.png"


def parallel(law_id: str, number: str) -> str:
    """The article in all versions side by side."""
    return f"{article(law_id, number)}parallel/"


def compared(provision: Provision) -> str:
    """On that page, the place where a paragraph's translation is compared with one that somebody else published."""
    return f"{parallel(provision.law, provision.article)}#compared-{provision.anchor}"


def statement(statement_id: str) -> str:
    """The page of one statement."""
    return f"/statement/{statement_id}/"


def statement_anchor(number: str) -> str:
    """The anchor of a statement's paragraph."""
    return f"s{number}"


def guide(flow_id: str) -> str:
    """The page of one guide."""
    return f"/guide/{flow_id}/"


def guide_letters(flow_id: str) -> str:
    """The page of a guide's letters."""
    return f"{guide(flow_id)}letters/"


def guide_flowchart(flow_id: str) -> str:
    """The page of a guide's picture and list."""
    return f"{guide(flow_id)}flowchart/"


def register(name: str, entry: str | None = None) -> str:
    """A register's page (`sources`, `glossary` …) or one entry on it."""
    return f"/{name}/" + (f"#{entry}" if entry else "")


def part_of(study_id: str, part_id: str) -> str:
    """The anchor of a chart or fact among the studies of practice."""
    return f"{study_id}-{part_id}"


def caution(caution_id: str) -> str:
    """The anchor of a caution among the studies of practice."""
    return f"caution-{caution_id}"


def home_statement(statement_id: str) -> str:
    """The anchor of a statement on the home page."""
    return f"statement-{statement_id}"


def letter(letter_id: str) -> str:
    """The anchor of a letter, on the page of a guide's letters and in the guide's list of them."""
    return f"letter-{letter_id}"


def subject_of(about: str) -> str:
    """What a change names, either way, in one form: `/law/kz/146/#p3` and `kz/146` are both `kz/146`."""
    return about.partition("#")[0].strip("/").removeprefix("law/")


def subject_page(about: str) -> str:
    """The address of what a change names: `kz/146` → `/law/kz/146/`. An address stays what it is."""
    if about.startswith("/"):
        return about
    return f"/{about}/" if about.startswith("statement/") else f"/law/{about}/"


def prose(name: str) -> str:
    """A hand-written page: its file's name in the folder of its language, `about/method.md` or `about/index.md`."""
    *folders, last = name.removesuffix(".md").split("/")
    return "/".join(["", *folders, *([last] if last != "index" else []), ""])


SEARCH = "/search/"
"""The search; its index lies beside it."""

PROOF = "/about/proof/"
"""What the last whole run of the proof measured."""

FEED = "/feed.xml"
"""The feed of changes; each version has its own."""

OFFLINE = "/data/offline.zip"
"""The whole site, to be read from a disk."""


def twin(page: str) -> str:
    """The Markdown twin of a page."""
    return f"{page}index.md"


def akn(page: str, locale: str = "") -> str:
    """The Akoma Ntoso document of a page: `/data/law/kz/146.akn.xml`; `locale` names another version than the first."""
    return f"/data{page.rstrip('/')}{'.' if locale else ''}{locale.lower()}.akn.xml"


def prefixed(address: str, prefix: str) -> str:
    """The address in one version; `prefix` is empty for the default version, else `en`."""
    return f"/{prefix}{address}" if prefix else address


def relative(source: str, target: str) -> str:
    """The link from the page `source` to `target`, both with their prefix and a leading slash."""
    path, _, fragment = target.partition("#")
    fragment = f"#{fragment}" if fragment else ""
    if path == source:
        return fragment or "./"
    origin = source.strip("/").split("/") if source.strip("/") else []
    goal = path.strip("/").split("/") if path.strip("/") else []
    shared = 0
    while shared < min(len(origin), len(goal)) and origin[shared] == goal[shared]:
        shared += 1
    steps = [".."] * (len(origin) - shared) + goal[shared:]
    link = "/".join(steps) or "."
    return link + ("/" if path.endswith("/") else "") + fragment


def file_of(address: str) -> str:
    """The file under the site's folder that answers for a page's address."""
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
