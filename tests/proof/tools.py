"""axe and Lighthouse: what npm installs for the proof alone, from the lock beside this file."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import playwright

HERE = Path(__file__).parent
NODE = next(path for path in sorted(Path(playwright.__file__).parent.glob("driver/node*")) if path.is_file())
"""Playwright's own Node.js: Lighthouse needs a newer one than Debian has."""


class ToolsMissing(Exception):
    """One sentence: what could not be installed and why."""


@dataclass(frozen=True)
class Tools:
    """The tools in a folder that git ignores."""

    folder: Path

    def install(self) -> None:
        """Installs what the lock says, each package by its hash; does nothing when that is there."""
        lock = (HERE / "package-lock.json").read_text("utf-8")
        stamp = self.folder / "installed.json"
        if stamp.is_file() and stamp.read_text("utf-8") == lock:
            return
        npm = shutil.which("npm")
        if npm is None:
            raise ToolsMissing("npm is not here (Debian: apt install npm)")
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, self.folder / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
        if done.returncode:
            raise ToolsMissing(f"npm could not install axe and Lighthouse: {(done.stdout + done.stderr).strip()}")
        stamp.write_text(lock, "utf-8")

    @property
    def axe(self) -> Path:
        return self.folder / "node_modules/axe-core/axe.min.js"

    def version(self, package: str) -> str:
        about = json.loads((self.folder / "node_modules" / package / "package.json").read_text("utf-8"))
        return str(about["version"])
