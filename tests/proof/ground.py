"""What every step stands on: the built site, its content, and a folder for what the step keeps."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from legal_site.build import build_content
from legal_site.content import Content
from proof.places import Places
from proof.progress import Progress

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "content_data/proof.yml"
INPUTS = ("content_data", "docs", "hooks", "mkdocs.yml", "requirements.txt")
_NO_INPUT = {"__pycache__", RESULTS.name}


def digest_of(names: Iterable[str]) -> str:
    """One digest of all files under the names. The results are left out: they are made from what is digested."""
    whole = hashlib.sha256()
    for name in names:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and not _NO_INPUT & set(path.parts):
                whole.update(f"{os.path.relpath(path, ROOT)}\0".encode() + path.read_bytes())
    return whole.hexdigest()


@dataclass(frozen=True)
class Ground:
    """One run's ground. The site is built once for each state of its inputs."""

    work: Path
    """The folder that git ignores."""

    @cached_property
    def key(self) -> str:
        """Names the state of everything from which the site is built: two builds of one state are the same bytes."""
        return digest_of(INPUTS)

    @property
    def site(self) -> Path:
        return self.work / "site"

    @cached_property
    def content(self) -> Content:
        return build_content(ROOT / "content_data")

    @cached_property
    def places(self) -> Places:
        return Places(self.site, self.content)

    def progress(self, step: str, key: str) -> Progress:
        """What an interrupted step has seen."""
        return Progress(self.work / f"{step}.jsonl", key)

    def build(self) -> None:
        """Builds the site if its inputs have changed. Raises SystemExit with what the build says if it fails."""
        stamp = self.work / "site.key"
        if stamp.is_file() and stamp.read_text("ascii") == self.key:
            return
        self.work.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(self.site)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
        if done.returncode:
            raise SystemExit(f"The site could not be built:\n{done.stdout}{done.stderr}")
        stamp.write_text(self.key, "ascii")
