"""The table of all paths through a guide: derived, committed, and reviewed as a diff when the law changes."""

from __future__ import annotations

from pathlib import Path

from legal_site import graph
from legal_site.content import Content
from legal_site.model.flow import Flow

_HEAD = """\
# Every path through the guide “{name}”: made by `make paths`, never by hand.
# {count} paths. Each line: answers in order → outcome | provisions relied on.
"""


def path_table(name: str, flow: Flow) -> str:
    """The table of one guide as text."""
    outcomes = {outcome.id: outcome for outcome in flow.outcomes}
    rows = []
    for path in graph.paths(flow):
        answers = " ".join(f"{question}={answer}" for question, answer in path.steps)
        rows.append(f"{answers} → {path.outcome} | {' '.join(outcomes[path.outcome].provisions)}\n")
    return _HEAD.format(name=name, count=len(rows)) + "".join(rows)


def path_tables(content: Content) -> dict[str, str]:
    """The text of each table by its file name under the content folder."""
    return {f"paths/{name}.txt": path_table(name, flow) for name, flow in content.flows.items()}


def write_path_tables(content: Content, folder: Path) -> list[Path]:
    """Writes the tables that are missing or differ into the content folder. Returns what was written."""
    (folder / "paths").mkdir(exist_ok=True)
    written = []
    for name, text in path_tables(content).items():
        if _differs(folder / name, text):
            (folder / name).write_text(text, "utf-8", newline="\n")
            written.append(folder / name)
    return written


def stale_path_tables(content: Content, folder: Path) -> list[Path]:
    """The tables that are missing or differ from the guides."""
    return [folder / name for name, text in path_tables(content).items() if _differs(folder / name, text)]


def orphaned_path_tables(content: Content, folder: Path) -> list[Path]:
    """The tables that belong to no guide: it was taken out or has another name now."""
    return [path for path in sorted((folder / "paths").glob("*.txt")) if path.stem not in content.flows]


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text("utf-8", errors="replace") != text
