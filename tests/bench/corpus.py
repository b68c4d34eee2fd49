"""Turns a whole law, given as JSON, into a content folder and into hand-written Markdown, to measure with.

Nothing of it is published. The English is the Serbian in Latin letters: it is there to weigh, not to be read.
What the published content has to declare (a part left out, a paragraph in part) is smoothed here.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import material
import yaml

from legal_site.permalink import number_in_address
from legal_site.script import to_latin
from three_bridges.project import write_project

LAW = "corpus"
_PARAGRAPH = re.compile(r"\((\d+)[а-џђ]?\)\s*")
_ITEM = re.compile(r"\d+[а-џђ]?\)\s*")
_NOTHING = re.compile(r"\*|Члан \d+")


def read_articles(corpus: Path, times: int = 1, share: float = 1.0) -> list[dict[str, Any]]:
    """The law's articles as content; `times` over, with new numbers, or a first `share` of them."""
    rows = json.loads(corpus.read_text("utf-8"))["articles"]
    rows = rows[: round(len(rows) * share)]
    articles = []
    for turn in range(times):
        for row in rows:
            article = _article(row)
            if turn:
                digits, letter = re.match(r"(\d+)(.*)", article["number"]).groups()  # type: ignore[union-attr]
                article["number"] = f"{int(digits) + 1000 * turn}{letter}"
            articles.append(article)
    return articles


def _article(row: dict[str, Any]) -> dict[str, Any]:
    paragraphs: list[dict[str, Any]] = []
    for block in row["blocks"]:
        if _NOTHING.match(block):
            continue
        item = _ITEM.match(block)
        if item and paragraphs:
            items = paragraphs[-1].setdefault("items", [])
            items.append({"number": str(len(items) + 1), "text": _texts(block[item.end() :].rstrip(";,") + ".")})
        elif paragraphs and re.match(r"(учинилац ће се )?казни", block):
            paragraphs[-1].setdefault("penalty", _texts(block))
        else:
            words = _PARAGRAPH.sub("", block, count=1)
            paragraphs.append({"number": str(len(paragraphs) + 1), "text": _texts(words)})
    for paragraph in paragraphs or [{}]:
        if "penalty" not in paragraph and "items" not in paragraph and "text" in paragraph:
            paragraph["text"] = {name: words.rstrip(",:;.") + "." for name, words in paragraph["text"].items()}
    if not paragraphs:
        paragraphs = [{"number": "1", "text": _texts("Брисан је.")}]
    heading = re.sub(r"^Члан \w+\.?\s*", "", row["title"]) or "Без наслова"
    number = re.sub(r"[a-z]$", lambda letter: {"a": "а", "b": "б", "v": "в", "g": "г"}[letter.group()], row["article"])
    return {
        "number": number,
        "heading": _texts(heading),
        "wording": {"as_of": "2024-01-10", "basis": "consolidation"},
        "paragraphs": paragraphs,
    }


def _texts(words: str) -> dict[str, str]:
    words = words.replace("<", "").replace(">", "").replace("&", "и").strip() or "–"
    return {"sr": words, "en": to_latin(words)}


def write_content(root: Path, project: Path, articles: list[dict[str, Any]]) -> Path:
    """A project in three versions with the invented content and the law."""
    shutil.rmtree(project, ignore_errors=True)
    write_project(root, project, fourth=False)
    law = project / "content_data" / "laws" / LAW
    (law / "articles").mkdir(parents=True)
    info = yaml.load((law.parent / "zr" / "law.yml").read_text("utf-8"), yaml.CBaseLoader)
    info |= {"order": "3", "title": {"sr": "Корпус", "en": "Corpus"}, "abbreviation": {"sr": "КОР", "en": "Corpus"}}
    dump(law / "law.yml", info)
    for article in articles:
        dump(law / "articles" / f"{number_in_address(article['number'])}.yml", article)
    return project


class _Plain(yaml.CSafeDumper):
    """Writes a value that stands in several places out in each: the content knows no names for values."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(path: Path, value: Any) -> None:
    """Writes a file of the content."""
    text = yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, "utf-8")


def write_stock(project: Path, articles: list[dict[str, Any]]) -> Path:
    """The same article pages as Markdown by hand, for MkDocs, Material and static-i18n as they come."""
    shutil.rmtree(project, ignore_errors=True)
    for locale in ("sr", "sr-Latn", "en"):
        folder = project / "docs" / locale
        folder.mkdir(parents=True)
        (folder / "index.md").write_text("# Index\n", "utf-8")
        (folder / "law").mkdir()
        for article in articles:
            path = folder / "law" / f"{number_in_address(article['number'])}.md"
            path.write_text(_markdown(article, locale), "utf-8")
    languages = [
        {"locale": "sr", "name": "Српски", "default": True, "build": True},
        {"locale": "sr-Latn", "name": "Srpski", "build": True},
        {"locale": "en", "name": "English", "build": True},
    ]
    partial = project / "overrides" / "partials" / "languages"
    partial.mkdir(parents=True)
    # Material knows Serbian in Latin letters as `sh`; its template asks for a file of the locale's name.
    shutil.copyfile(Path(material.__file__).parent / "templates/partials/languages/sh.html", partial / "sr-Latn.html")
    config = {
        "site_name": "Stock",
        "site_url": "https://stock.example/",
        "nav": [{"Index": "index.md"}],
        "not_in_nav": "**/law/**",
        "theme": {"name": "material", "font": False, "custom_dir": "overrides"},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "reconfigure_search": False,
                                        "fallback_to_default": False, "languages": languages}}],
        "markdown_extensions": ["attr_list"],
    }  # fmt: skip
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return project


def _markdown(article: dict[str, Any], locale: str) -> str:
    def words(text: dict[str, str]) -> str:
        return text["sr"] if locale == "sr" else text["en"]

    lines = [f"# {article['number']}. {words(article['heading'])}"]
    for paragraph in article["paragraphs"]:
        number = paragraph["number"]
        lines.append(f"## ({number}) {{#p{number}}}")
        lines.append(words(paragraph["text"]))
        lines += [f"{item['number']}) {words(item['text'])}" for item in paragraph.get("items", [])]
        if "penalty" in paragraph:
            lines.append(words(paragraph["penalty"]))
    return "\n\n".join(lines) + "\n"
