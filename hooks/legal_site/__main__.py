"""The command line: `python -m legal_site check` and its like, the same on every system."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from legal_site.build import build_content
from legal_site.paths import stale_path_tables, write_path_tables
from legal_site.problems import ContentError
from legal_site.schema import stale_schemas, write_schemas

_CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code: 0 if all is well, 1 for problems in the content."""
    parser = argparse.ArgumentParser(prog="python -m legal_site", description=__doc__)
    commands = ["check", "schema", "paths"]
    parser.add_argument("command", choices=commands, help="check the content, or write what is made from it")
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content_data", help="the content folder")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, object) and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    if options.command == "schema":
        for path in write_schemas(options.content):
            print(path)
        return 0
    return _paths(options.content) if options.command == "paths" else _check(options.content)


def _paths(folder: Path) -> int:
    try:
        content = build_content(folder)
    except ContentError as error:
        print(error)
        return 1
    for path in write_path_tables(content, folder):
        print(path)
    return 0


def _check(folder: Path) -> int:
    try:
        content = build_content(folder)
    except ContentError as error:
        print(error)
        return 1
    stale = stale_schemas(folder)
    for path in stale:
        print(f"{path}: the schema is out of date: run `python -m legal_site schema`")
    for path in stale_path_tables(content, folder):
        print(f"{path}: the table of paths is out of date: run `make paths` and review what changed")
        stale.append(path)
    articles = sum(len(law.articles) for law in content.laws.values())
    if not stale:
        print(
            f"The content is in order: {len(content.laws)} laws, {articles} articles, "
            f"{len(content.statements)} statement(s)."
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
