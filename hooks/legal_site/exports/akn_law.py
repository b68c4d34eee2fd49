"""The articles of a law as elements of Akoma Ntoso: the published words, and in their place what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legal_site import frbr
from legal_site.content import Law
from legal_site.exports.akn_xml import Element, block, inline, line
from legal_site.model.base import Text
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import found_references, item_of, law_names, paragraph_of
from legal_site.view.labels import article_label, printed
from legal_site.view.paragraph import gap_view
from legal_site.view.reader import Reader

_LEFT_OUT = "[…]"


def article_element(reader: Reader, law: Law, article: Article) -> Element:
    """One article in the reader's version."""
    return _ArticleText(reader, law, article).element()


def articles(law: Law, elements: Sequence[Element]) -> Iterator[Element]:
    """The elements of all published articles, a mark in each place where a number shows that one is left out."""
    last, gaps = 0, 0
    for number, element in zip(law.articles, elements, strict=True):
        figure = int("".join(character for character in number if character.isdigit()))
        if figure > last + 1:
            gaps += 1
            yield _gap(f"hcontainer_{gaps}", "omitted", _LEFT_OUT)
        last = figure
        yield element


class _ArticleText:
    def __init__(self, reader: Reader, law: Law, article: Article) -> None:
        self.reader = reader
        self.law = law
        self.article = article
        self.names = law_names(law, reader.content, reader.written)

    def element(self) -> Element:
        here = Provision(self.law.id, number_in_address(self.article.number))
        head = [line("num", article_label(self.reader, self.article))]
        if self.article.heading:
            head.append(line("heading", self.reader.text(self.article.heading)))
        return block("article", {"eId": frbr.eid(here)}, [*head, *self._parts(self.article.paragraphs, here)])

    def _parts(self, parts: Sequence[Paragraph | Item | Omission | Repealed], above: Provision) -> Iterator[Element]:
        gaps = 0
        for part in parts:
            if isinstance(part, Paragraph):
                yield self._paragraph(part, paragraph_of(self.law.id, self.article, part))
            elif isinstance(part, Item):
                place = item_of(above, part)
                number = line("num", f"{printed(self.reader, part.number)})")
                yield self._holder("point", place, [number], [self._words(part.text, place)], part, [])
            else:
                gaps += 1
                yield self._left_out(part, f"{frbr.eid(above)}__hcontainer_{gaps}", above.paragraph is None)

    def _paragraph(self, part: Paragraph, place: Provision) -> Element:
        # What the gazette does not print is marked as ours.
        counted = {"status": "editorial"} if self.law.info.paragraph_numbers == "counted" else None
        number = line("num", f"({printed(self.reader, part.number)})", counted)
        opening = []
        if part.text:
            opening.append(self._words(part.text, place))
        elif part.opening_missing:
            missing = inline("omissis", self.reader.text(part.opening_missing), {"status": "unknown"})
            opening.append(line("p", [missing]))
        closing = []
        if part.penalty:
            closing.append(self._words(part.penalty, place, {"class": "penalty"}))
        if part.closing:
            closing.append(self._words(part.closing, place))
        return self._holder("paragraph", place, [number], opening, part, closing)

    def _holder(
        self,
        name: str,
        place: Provision,
        head: list[Element],
        opening: list[Element],
        part: Paragraph | Item,
        closing: list[Element],
    ) -> Element:
        """A numbered part: its words alone, or its items between the words that open and those that close them."""
        eid = frbr.eid(place)
        if not part.items:
            inside = [block("content", {"eId": f"{eid}__content"}, [*opening, *closing])]
        else:
            inside = [block("intro", {"eId": f"{eid}__intro"}, opening)] if opening else []
            inside += self._parts(part.items, place)
            inside += [block("wrapUp", {"eId": f"{eid}__wrapup"}, closing)] if closing else []
        return block(name, {"eId": eid}, [*head, *inside])

    def _words(self, text: Text, here: Provision, attributes: dict[str, str] | None = None) -> Element:
        """The words of the law, their references to provisions marked."""
        words, content = text[self.reader.written], self.reader.content
        parts: list[str | Element] = []
        end = 0
        style = self.reader.version.citation_style
        for found in found_references(words, style, here, self.names, self.article):
            target = content.laws[found.provision.law]
            iri = frbr.portion(frbr.law_work(content, target), frbr.eid(found.provision))
            parts.append(self.reader.plain(words[end : found.start]))
            parts.append(inline("ref", self.reader.plain(words[found.start : found.end]), {"href": iri}))
            end = found.end
        return line("p", [*parts, self.reader.plain(words[end:])], attributes)

    def _left_out(self, part: Omission | Repealed, eid: str, is_paragraph: bool) -> Element:
        gap = gap_view(self.reader, part, "paragraph" if is_paragraph else "item")
        if gap.kind == "repealed":
            notice = self.reader.ui("repealed", numbers=gap.numbers)
            return _gap(eid, gap.kind, f"{notice} ({gap.reason})" if gap.reason else notice)
        notice = self.reader.ui(f"omitted_{gap.level}{'s' if '–' in gap.numbers else ''}", numbers=gap.numbers)
        return _gap(eid, gap.kind, f"{notice} {gap.reason}" if gap.reason else notice)


def _gap(eid: str, kind: str, notice: str) -> Element:
    """`ignored` is the schema's word for what an editor leaves out, `removed` for what the legislator has deleted."""
    words = inline("omissis", notice) if kind == "omitted" else inline("remark", notice, {"status": "editorial"})
    content = block("content", {"eId": f"{eid}__content"}, [line("p", [words])])
    status = "ignored" if kind == "omitted" else "removed"
    return block("hcontainer", {"eId": eid, "name": kind, "status": status}, [content])
