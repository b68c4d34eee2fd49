"""The law's words cut into stretches: plain words, references, terms. Nothing is added or lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from legal_site.content import Content
from legal_site.model.law import Article
from legal_site.model.registers import Term
from legal_site.permalink import Provision
from legal_site.relations import found_references, law_names, provisions_of
from legal_site.view.reader import Reader

_ABBREVIATION = re.compile(r"(чл\.|ст\.?|тач\.|члан\w*|став\w*|Articles?|paragraphs?|items?)\s(\d+[а-џa-z]?\)?\.?)")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text. Joined together, the stretches' words are the text."""

    words: str
    kind: Literal["plain", "reference", "term"] = "plain"
    link: str | None = None
    """The address it leads to. None for a reference to what is not published here."""
    title: str | None = None
    """For a reference: its full citation."""
    lead: str = ""
    """The beginning of `words` that must stay on one line („чл. 146”)."""

    @property
    def rest(self) -> str:
        return self.words[len(self.lead) :]


@dataclass(frozen=True)
class TermUse:
    """A term that a paragraph uses, explained under it."""

    anchor: str
    term: Term


def used_terms(content: Content, texts: Iterable[dict[str, str]], paragraph: Provision) -> dict[str, TermUse]:
    """The terms that a paragraph uses in any written language, by id.

    All versions explain the same ones, so that an anchor to an explanation works in each of them.
    """
    uses: dict[str, TermUse] = {}
    for text in texts:
        for locale, forms in content.forms.items():
            if forms is None:
                continue
            for match in forms.pattern.finditer(text[locale]):
                term = forms.terms[match.group()]
                uses.setdefault(term.id, TermUse(f"term-{term.id}-{paragraph.anchor}", term))
    return dict(sorted(uses.items()))


def stretches(
    reader: Reader, text: dict[str, str], here: Provision, article: Article, terms: dict[str, TermUse]
) -> list[Stretch]:
    """The text of `here` in the reader's version; `article` is the wording on the page, `terms` the explained ones."""
    words = text[reader.written]
    names = law_names(reader.content.laws[here.law], reader.content, reader.written)
    cuts: list[tuple[int, int, Stretch]] = []
    for found in found_references(words, reader.version.citation_style, here, names, article):
        shown = reader.plain(words[found.start : found.end])
        lead = _ABBREVIATION.match(words[found.start : found.end])
        link, title = _link(reader, here, article, found.provision), reader.cite(found.provision)
        stretch = Stretch(shown, "reference", link, title, reader.plain(lead.group()) if lead else "")
        cuts.append((found.start, found.end, stretch))
    cuts.extend(_terms(reader, words, cuts, terms))
    return _cut(reader, words, sorted(cuts, key=lambda cut: cut[0]))


def _link(reader: Reader, here: Provision, article: Article, target: Provision) -> str | None:
    """The link of a reference. The words of an earlier wording mean its own paragraphs, not those in force."""
    if (target.law, target.article) != (here.law, here.article):
        return reader.provision_link(target)
    if target.anchor is None:
        return reader.link(reader.address)
    stands = target in provisions_of(here.law, article)
    return reader.link(f"{reader.address}#{target.anchor}") if stands else None


def _cut(reader: Reader, words: str, cuts: Sequence[tuple[int, int, Stretch]]) -> list[Stretch]:
    parts: list[Stretch] = []
    end = 0
    for start, stop, stretch in cuts:
        if start > end:
            parts.append(Stretch(reader.plain(words[end:start])))
        parts.append(stretch)
        end = stop
    if end < len(words):
        parts.append(Stretch(reader.plain(words[end:])))
    return parts


def _terms(
    reader: Reader, words: str, taken: Sequence[tuple[int, int, Stretch]], terms: dict[str, TermUse]
) -> list[tuple[int, int, Stretch]]:
    """The first use of each term in a text, linked to its explanation under the paragraph."""
    forms = reader.content.forms[reader.written]
    cuts: list[tuple[int, int, Stretch]] = []
    linked: set[str] = set()
    for match in forms.pattern.finditer(words) if forms else ():
        use = terms.get(forms.terms[match.group()].id) if forms else None
        overlaps = any(match.start() < stop and start < match.end() for start, stop, _ in taken)
        if use is None or overlaps or use.term.id in linked:
            continue
        linked.add(use.term.id)
        stretch = Stretch(reader.plain(match.group()), "term", f"#{use.anchor}")
        cuts.append((match.start(), match.end(), stretch))
    return cuts
