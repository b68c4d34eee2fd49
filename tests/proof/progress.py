"""What a step has seen so far, in a file that an interrupted run leaves behind and the next one goes on from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Progress:
    """Results by name, one a line, under the key of what was looked at: another key begins anew."""

    def __init__(self, path: Path, key: str) -> None:
        self.done: dict[str, Any] = {}
        kept = path.read_text("utf-8").splitlines() if path.is_file() else []
        if kept[:1] == [key]:
            for line in kept[1:]:
                try:
                    name, value = json.loads(line)
                except ValueError:  # the line in which the run was interrupted
                    continue
                self.done[name] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in [key, *map(_line, self.done.items())]), "utf-8")
        self._path = path

    def add(self, name: str, value: Any) -> None:
        """Keeps a result at once."""
        self.done[name] = value
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line((name, value)) + "\n")


def _line(pair: tuple[str, Any]) -> str:
    return json.dumps(pair, ensure_ascii=False)
