"""The command line: `python -m legal_site check` and its like, the same on every system."""

from __future__ import annotations

import argparse
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from legal_site.build import today
from legal_site.checked import checked_site
from legal_site.decode import decode
from legal_site.exports import exported
from legal_site.integrity import read_integrity, seal_texts
from legal_site.load import load
from legal_site.model.site import SiteInfo
from legal_site.paths import orphaned_path_tables, stale_path_tables, write_path_tables
from legal_site.problems import ContentError
from legal_site.published import REGISTER, append_new
from legal_site.schema import stale_schemas, write_schemas
from legal_site.seals import REGISTER as SEALS
from legal_site.servers import write_settings

_CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code: 0 if all is well, 1 for problems in the content."""
    parser = argparse.ArgumentParser(prog="python -m legal_site", description=__doc__)
    commands = ["check", "schema", "paths", "servers"]
    parser.add_argument("command", choices=commands, help="check the content, or write what is made from it")
    parser.add_argument("--content", type=_folder, default=_CHECKOUT / "content_data", help="the content folder")
    parser.add_argument("--docs", type=_folder, default=_CHECKOUT / "docs", help="the folder of the prose")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):  # a test may have put something else in its place
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        ended = _run(options)
        sys.stdout.flush()  # else a short text meets the broken pipe when Python ends
        return ended
    except BrokenPipeError:  # whoever reads it has seen enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command == "schema":
        return _schemas(options.content)
    if options.command == "servers":
        for path in write_settings(_CHECKOUT / "deploy"):
            print(path)
        return 0
    command = _paths if options.command == "paths" else _check
    return command(options.content, options.docs)


def _folder(given: str) -> Path:
    # Messages call a folder by its name, and `.` has none.
    return Path(os.path.abspath(given))


def _schemas(folder: Path) -> int:
    """Of a content with mistakes too, since the schemas are to help mend them; the languages must be known."""
    decoded = decode(load(folder))
    site = decoded.models.get("site")
    if not isinstance(site, SiteInfo):
        # Nothing is told of the file where there is no folder or where it has another ending: all is told then.
        found = [problem for problem in decoded.problems if problem.place.file.endswith("/site.yml")]
        print(ContentError(found or decoded.problems))
        return 1
    for path in write_schemas(folder, [version.locale for version in site.written_versions]):
        print(path)
    return 0


def _paths(folder: Path, docs: Path) -> int:
    try:
        site = checked_site(folder, docs)
        # Before the addresses: what has none yet is new, and needs no entry in the log of changes.
        sealed = seal_texts(site.content, folder, site.permanence.addresses)
    except ContentError as error:
        print(error)
        return 1
    print(f"{folder / SEALS}: {sealed} articles, statements and titles sealed")
    for path in write_path_tables(site.content, folder):
        print(path)
    for path in write_schemas(folder, site.content.written_locales):
        print(path)
    added = append_new(folder, [*site.addresses, *exported(site)], today())
    print(f"{folder / REGISTER}: {added} new addresses of pages and files")
    return 0


def _check(folder: Path, docs: Path) -> int:
    try:
        site = checked_site(folder, docs)
        content, known = site.content, site.permanence.addresses
        unsealed = read_integrity(content, folder, known).unsealed
    except ContentError as error:
        print(error)
        return 1
    stale = []
    for path in stale_path_tables(content, folder):
        print(f"{path}: the table of paths is out of date: run `make paths` and review what changed")
        stale.append(path)
    for path in orphaned_path_tables(content, folder):
        print(f"{path}: the table of paths belongs to no guide: delete it")
        stale.append(path)
    if outdated := stale_schemas(folder, content.written_locales):
        first = outdated[0].name
        print(f"{folder / 'schemas'}: schemas are out of date ({len(outdated)}, {first} the first): run `make paths`")
        stale += outdated
    new = [address for address in site.addresses if address not in known]
    if new:
        print(f"{folder / REGISTER}: {len(new)} new addresses are missing, {new[0]} the first: run `make paths`")
        stale.append(folder / REGISTER)
    if unsealed:
        print(f"{folder / SEALS}: {len(unsealed)} texts are not sealed, {unsealed[0]} the first: run `make paths`")
        stale.append(folder / SEALS)
    articles = sum(len(law.articles) for law in content.laws.values())
    if not stale:
        print(
            f"The content is in order: {len(content.laws)} laws, {articles} articles, "
            f"{len(content.statements)} statement(s)."
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
