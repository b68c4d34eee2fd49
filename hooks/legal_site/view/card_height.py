"""How high the frame has to be in which another page shows a card."""

from __future__ import annotations

from legal_site.view.card import Card
from legal_site.view.labels import long_date
from legal_site.view.reader import Reader

_LAW, _SMALL, _TITLE = 32, 42, 34
"""Letters that fit into a row of the card 400 pixels wide, in a wide font: of the law, of what is said of it, and of
its citation."""


def height(reader: Reader, card: Card) -> int:
    """A height, in CSS pixels, that fits the card at a width of about 400, folded up as it comes."""
    source = f"{reader.words['source']}: {'; '.join(card.source.names)} · {reader.words['verified_on']}: "
    small = (
        f"{card.status_name} · {card.dated}",
        *card.missing,
        *(f"{reader.ui('sic', words=slip.words)} {reader.text(slip.text)}" for slip in card.slips),
        *card.misleading,
        source + long_date(reader, card.source.compared_on),
        f"{reader.text(reader.content.site.name)} · {reader.text(reader.content.home.disclaimer)}",
    )
    law = sum(27 * _rows(f"{line.label} {line.words}", _LAW - 3 * bool(line.label)) + 7 for line in card.lines)
    said = sum(21 * _rows(text, _SMALL) + 6 for text in small)
    folded = sum(21 * _rows(reader.words[name], _SMALL) + 21 for name in ("embed", "cite_records"))
    return 68 + 23 * _rows(card.citation, _TITLE) + law + said + folded


def _rows(text: str, letters: int) -> int:
    """In how many rows of so many letters a text is set, broken at spaces, or in a word that no row has room for."""
    rows, start, text = 1, 0, " ".join(text.split())
    while len(text) - start > letters:
        space = text.rfind(" ", start, start + letters + 1)
        start = start + letters if space < 0 else space + 1
        rows += 1
    return rows
