"""Prints and parses citations: „чл. 146. ст. 3. КЗ”, “čl. 146. st. 3. KZ”, “Art. 146(3) Criminal Code”.

References in the running text of laws, which cite in rows and by „овог члана”, are read by `references`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from legal_site.permalink import Provision, number_in_address
from legal_site.script import to_latin

_NUMBER = r"\d+[a-zđčćžš]*"
# Serbian is read in Latin script. A word may be written out, in any case, and a dot or a caron may be missing.
_SERBIAN = re.compile(
    rf"[čc]l(?:an(?:a|u|om)?)?\b\.?\s*(?P<article>{_NUMBER})\b\.?"
    rf"(?:,?\s*st(?:av(?:a|u|om)?)?\b\.?\s*(?P<paragraph>{_NUMBER})\b\.?"
    rf"(?:,?\s*ta[čc](?:k(?:a|e|i|u|om))?\b\.?\s*(?P<item>{_NUMBER})\b[.)]?"
    r"(?:,?\s*podta[čc](?:k(?:a|e|i|u|om))?\b\.?\s*(?P<subitem>[a-zđčćžš]+)\b\)?)?)?)?"
    r",?\s+(?P<law>.+)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"Art(?:icle)?\b\.?\s*(?P<article>{_NUMBER})\b"
    rf"(?:\s?\((?P<paragraph>{_NUMBER})\)"
    rf"(?:,?\s*items?\s+(?P<item>{_NUMBER})\)"
    r"(?:,?\s*sub-?item\s+(?P<subitem>[a-z]+)\))?)?)?"
    r",?\s+(?:of\s+the\s+)?(?P<law>.+)",
    re.IGNORECASE,
)


def cite(style: str, provision: Provision, abbreviation: str, letters: Mapping[str, str] | None = None) -> str:
    """The citation of a provision.

    `style` is `sr` or `en`; `abbreviation` the law's name in a citation; `letters` maps numbers as in
    addresses back to the printed ones (`24a` → `24а`) where they differ.
    """
    printed = letters or {}
    article = printed.get(provision.article, provision.article)
    paragraph = provision.paragraph and printed.get(provision.paragraph, provision.paragraph)
    item = provision.item and printed.get(provision.item, provision.item)
    sub = provision.subitem and printed.get(provision.subitem, provision.subitem)
    if style == "en":
        text = f"Art. {article}"
        text += f"({paragraph})" if paragraph else ""
        text += f", item {item})" if item else ""
        text += f", sub-item {sub})" if sub else ""
        return f"{text} {abbreviation}"
    text = f"чл. {_dotted(article)}"
    text += f" ст. {_dotted(paragraph)}" if paragraph else ""
    text += f" тач. {item})" if item else ""
    text += f" подтач. {sub})" if sub else ""
    return f"{text} {abbreviation}"


def parse_citation(text: str, style: str, abbreviations: Mapping[str, str]) -> Provision | None:
    """The one provision that a citation names: what `cite` printed, it reads.

    `style` is `sr`, for either script, or `en`; `abbreviations` maps the names of laws as they stand in citations
    of that version (`КЗ` or `KZ`, `Criminal Code` and, where it is printed, `Criminal Code (Serbia)`) to their ids.
    Words may be written out („члан 146. став 3.”) and capitals may differ. None for what is no citation, names no
    law or an unknown one, or names more than one provision. Whether the provision exists is not asked.
    """
    pattern = _ENGLISH if style == "en" else _SERBIAN
    match = pattern.fullmatch(_plain(text, style))
    law = _law(match["law"], style, abbreviations) if match else None
    if match is None or law is None:
        return None
    article, *rest = match.group("article", "paragraph", "item", "subitem")
    return Provision(law, number_in_address(article), *(part and number_in_address(part) for part in rest))


def _law(name: str, style: str, abbreviations: Mapping[str, str]) -> str | None:
    """The law of that name; if none is written just so, the only one whose name differs in its capitals alone."""
    names = [(_plain(abbreviation, style), law) for abbreviation, law in abbreviations.items()]
    same = {law for written, law in names if written == name}
    same = same or {law for written, law in names if written.casefold() == name.casefold()}
    return same.pop() if len(same) == 1 else None


def _plain(text: str, style: str) -> str:
    text = " ".join(text.replace("’", "'").split())
    return text if style == "en" else to_latin(text)


def _dotted(number: str) -> str:
    return f"{number}." if number.isdigit() else number
