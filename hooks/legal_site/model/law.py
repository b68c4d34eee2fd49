"""A law and its articles. Paragraphs are published whole or not at all; what is not published is declared."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from legal_site.model.base import (
    Address,
    Day,
    Editorial,
    Identifier,
    LocalWords,
    Model,
    Note,
    Provenances,
    Sic,
    Text,
    Words,
    form,
)

_NUMBER = "[0-9]{1,4}[a-zа-џ]{0,3}"
_ITEM = f"({_NUMBER}|[a-zа-џ])"
ITEM = f"^{_ITEM}$"
"""The form of an item's number, and so of any: the law's letters, Cyrillic or Latin."""
RANGE = f"^{_ITEM}(-{_ITEM})?$"
"""The form of one number or of a row of them."""

Number = Annotated[str, form(f"^{_NUMBER}$", "a number such as 3, 21а or 2bis, without a hyphen")]
"""A paragraph's or item's number as the gazette prints it (`3`, `21а`); numbers are text."""

Range = Annotated[str, form(RANGE, "a number or a row such as 4-6")]
"""One number or the first and last of a row of numbers: `5`, `4-6`."""


class LawInfo(Model):
    """`laws/<law>/law.yml`. The folder's name is the law's id."""

    order: int
    """Where the law stands in lists."""
    title: Text
    abbreviation: Text
    """How the law is called in a citation: КЗ, Criminal Code."""
    kind: Literal["code", "law", "constitution"] = "law"
    gazette: list[Words]
    """Numbers of the official gazette in which the law and its amendments were published."""
    gazette_note: Text | None = None
    adopted_on: Day | None = None
    """When the law was adopted. None: not established."""
    passed_by: Text | None = None
    """Who passed the law. None: not established."""
    official_address: Address | None = None
    """Web address of the official text. None: not known."""
    paragraph_numbers: Literal["printed", "counted"]
    """Whether the gazette prints the paragraphs' numbers or we count them."""
    provenance: Provenances
    """What holds for every article unless it says otherwise, per locale."""
    referred_as: LocalWords = Field(default_factory=dict)
    """How other laws name this one in references, per locale, in every grammatical form."""
    also_cited: list[
        Annotated[
            str,
            form(
                r"^[1-9][0-9]*[a-z]*(/p[1-9][0-9]*[a-z]*(-i[0-9]+[a-z]*(-[a-z]+)?)?)?$",
                "an article or paragraph without the law: 332 or 332/p2",
            ),
        ]
    ] = Field(default_factory=list)
    """Provisions in articles that are not published here, which our texts may mention all the same: `332/p2`."""
    notes: list[Note] = Field(default_factory=list)


class Wording(Model):
    """Which wording of an article this is. Its date is its lasting address."""

    as_of: Day
    basis: Literal["consolidation", "gazette", "seen"]
    """What the date is: of the consolidation, of the gazette, or only the day the source was seen."""
    amended_by: list[Words] = Field(default_factory=list)
    """Gazette numbers of the amendments that this wording contains, as the source notes them."""
    history_known: bool = True
    """Whether the source notes amendments at all; if not, an empty list means nothing."""


class Omission(Model):
    """Numbers that exist in the law but are not published here. Shown as omitted, never closed up."""

    omitted: Range
    reason: Text | None = None
    """Why, where it is more than that they are not needed here (a damaged copy, for example)."""


class Repealed(Model):
    """A number that the legislator deleted."""

    repealed: Range
    by: Words | None = None
    """The gazette number of the law that deleted it."""


def _kind_of_part(value: Any) -> str:
    if isinstance(value, Omission) or (isinstance(value, dict) and "omitted" in value):
        return "‹omission›"
    if isinstance(value, Repealed) or (isinstance(value, dict) and "repealed" in value):
        return "‹repealed›"
    return "‹published›"


class Item(Model):
    """A numbered item of a paragraph, or a lettered one of an item."""

    number: Annotated[
        str,
        form(
            ITEM,
            "a number such as 3 or one small letter, in the law's script: Cyrillic (а, б, в) or Latin (a, b, c)",
        ),
    ]
    text: Text
    items: list[ItemOrGap] = Field(default_factory=list, max_length=200)


ItemOrGap = Annotated[
    Annotated[Omission, Tag("‹omission›")]
    | Annotated[Repealed, Tag("‹repealed›")]
    | Annotated[Item, Tag("‹published›")],
    Discriminator(_kind_of_part),
]


Item.model_rebuild()


class Elements(Model):
    """What must come together for the offence of one paragraph, in our words."""

    act: Editorial
    object: Editorial
    who: Editorial
    penalty: Editorial
    general_rules: Editorial
    """What general rules may change in the penalty."""
    prosecution: Editorial
    time_limits: Editorial
    body: Editorial


class Difference(Model):
    """Words of a published translation that differ from ours, and what the difference is."""

    words: Words
    ours: Words | None = None
    note: Editorial


class Paragraph(Model):
    """One whole paragraph: its words, its penalty or closing words, and its items."""

    number: Number
    text: Text | None = None
    """The paragraph's words; for an offence its act; before items their opening words."""
    opening_missing: Text | None = None
    """Why the opening words before the items cannot be shown. Only where `text` is missing."""
    items: list[ItemOrGap] = Field(default_factory=list, max_length=200)
    penalty: Text | None = None
    """The block that continues an offence: казниће се …"""
    closing: Text | None = None
    """Words after the items that are no penalty."""
    provenance: Provenances = Field(default_factory=dict)
    plain: Editorial | None = None
    """What it means in plain words: ours, set apart from the law's words."""
    elements: Elements | None = None
    published_translation: list[Difference] = Field(default_factory=list)
    """Differences between the translation in a published statement that quotes it, and ours."""


Part = Annotated[
    Annotated[Paragraph, Tag("‹published›")]
    | Annotated[Omission, Tag("‹omission›")]
    | Annotated[Repealed, Tag("‹repealed›")],
    Discriminator(_kind_of_part),
]


class EarlierWording(Model):
    """A wording that a newer one replaced. It keeps its address for ever."""

    wording: Wording
    heading: Text | None = None
    paragraphs: list[Part] = Field(min_length=1, max_length=200)
    provenance: Provenances = Field(default_factory=dict)


class Reference(Model):
    """An exception to the automatic linking of references in the article's own words."""

    words: Words
    """The words as they stand in the text, in any language."""
    to: str | None = None
    """The provision they mean. None: nothing is linked."""


class HistoryEntry(Model):
    """One statement about how the article came to its present wording."""

    id: Identifier
    text: Editorial


class Article(Model):
    """`laws/<law>/articles/<n>.yml`: one article in its current wording, and its earlier ones."""

    number: Number
    heading: Text | None = None
    """The article's own heading. None: the law gives it none."""
    wording: Wording
    provenance: Provenances = Field(default_factory=dict)
    paragraphs: list[Part] = Field(min_length=1, max_length=200)
    sic: list[Sic] = Field(default_factory=list)
    notes: list[Note] = Field(default_factory=list)
    history: list[HistoryEntry] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    earlier_wordings: list[EarlierWording] = Field(default_factory=list)

    def slips_at(self, anchor: str | None) -> list[Sic]:
        """The slips in the words of one paragraph or item, without those in the items in it."""
        return [sic for sic in self.sic if sic.about == anchor]
