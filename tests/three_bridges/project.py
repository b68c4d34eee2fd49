"""A project about the invented Code of the Three Bridges, with a fourth version that is written by hand.

The law is the one that the mistakes of `bad_input` spoil; the words of the interface are the real ones.
The fourth version says in German place what the English one says, so that a count of three anywhere fails.
"""

import copy
import shutil
from pathlib import Path
from typing import Any

import yaml

from bad_input.mistakes import VALID
from legal_site.__main__ import main

FOURTH = "de"
MARK = "[de] "
"""Stands before every text of the fourth version."""

ADDRESS = "https://three-bridges.example/"
VERSION = {
    "locale": FOURTH,
    "name": "Deutsch",
    "short": "Deu",
    "lang": FOURTH,
    "language": "deu",
    "citation_style": "en",
}
PROSE = ("index", "method", "privacy", "accessibility", "corrections", "licence", "developers")
DESCRIPTIONS = {"corrections": "12:30", "licence": "2016-13-45"}
"""Of some of them. Many programs take the first for a number, and end at the second."""
SAMPLE = '<a href="/law/zis/1/">'
"""Code that the last of them shows."""
HEADINGS = {"sr": "Страна", "en": "Page", FOURTH: "Seite"}
"""What the prose pages are called in each language written by hand."""


def write_project(root: Path, project: Path, fourth: bool = True) -> Path:
    """The content and the prose under `project`; `root` is the checkout whose interface is used."""
    content = project / "content_data"
    shutil.copytree(VALID, content)
    interface = yaml.load((root / "content_data/interface.yml").read_text("utf-8"), yaml.CBaseLoader)
    (content / "interface.yml").write_text(yaml.safe_dump(interface, allow_unicode=True), "utf-8")
    for path in sorted(content.rglob("*.yml")):
        value = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # numbers and dates stay as they are written
        if path.name == "site.yml":
            value["address"] = ADDRESS
            value["versions"] += [VERSION] if fourth else []
        if path.name == "glossary.yml":
            for term in value["terms"]:
                term["meaning"] = {locale: f"*{text}* [[zis/1/p2]]" for locale, text in term["meaning"].items()}
        _say_in_short(path.relative_to(content).as_posix(), value)
        if fourth:
            _add_fourth(value)
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    for locale, heading in HEADINGS.items():
        if locale == FOURTH and not fourth:
            continue
        folder = project / "docs" / locale / "about"
        folder.mkdir(parents=True)
        for number, name in enumerate(PROSE):
            description = DESCRIPTIONS.get(name, f"{heading} {number}.")
            head = f"---\ntitle: {heading} {number}\ndescription: {description}\n---\n"
            text = f"{head}# {heading} {number} {{#{name}}}\n\n[1](/law/zis/1/)\n"
            text += f"\n`{SAMPLE}`\n" if name == PROSE[-1] else ""
            (folder / f"{name}.md").write_text(text, "utf-8")
    return project


def seal_project(project: Path) -> None:
    """Writes the registers of its addresses and official texts, as `make paths` does before a site is published."""
    where = ["--content", str(project / "content_data"), "--docs", str(project / "docs")]
    assert main(["paths", *where]) == 0


def _say_in_short(name: str, value: Any) -> None:
    """What the words of a law, of one of its paragraphs and of the statement are, and what is wrong with the last."""
    if name == "laws/zis/law.yml":
        short = {"sr": "Превод измишљеног закона", "en": "Translation of an invented law"}
        value["provenance"]["en"]["in_short"] = short
    if name == "laws/zis/articles/1.yml":
        short = {"sr": "Превод из новина", "en": "Translation by a newspaper"}
        value["paragraphs"][0]["provenance"] = {"en": {"in_short": short}}
    if name.startswith("statement/"):
        short = {"sr": "Превод завода; нико га није потписао", "en": "Supplied translation; nobody has signed it"}
        for own in value["provenance"].values():
            own["in_short"] = dict(short)
        value["date_note"] = {
            "sr": "дан објаве, можда не израде",
            "en": "the day it was published & printed, perhaps not made",
        }
        value["paragraphs"][0]["notes"][0]["slip"] = {"en": "“Inventing of” should read “inventing”."}


def _add_fourth(value: Any) -> None:
    if isinstance(value, list):
        for item in value:
            _add_fourth(item)
    elif isinstance(value, dict):
        for item in list(value.values()):
            _add_fourth(item)
        english = value.get("en")
        if english is not None and "sr" in value:
            value[FOURTH] = copy.deepcopy(english) if isinstance(english, dict | list) else _marked(english)


def _marked(english: str) -> str:
    return english if english.startswith("http") or "@" in english else MARK + english
