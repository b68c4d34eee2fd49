"""Kills builds at random moments and looks at the site that is shown.

python tests/unbreakable/crash.py 20       prints how many times it was whole
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from conftest import Sources  # noqa: E402
from three_bridges.project import write_project  # noqa: E402


def digest(folder: Path) -> str:
    """One digest for a whole site: every name and every byte."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return whole.hexdigest()


class Project:
    """The invented law, whose content changes between two forms, and the site that is shown of it."""

    def __init__(self, folder: Path, sources: Sources) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.sources = sources
        write_project(ROOT, folder / "project", fourth=False)
        self.sources.write_config(folder / "project")

    def write(self, form: int) -> None:
        """Puts the prose into its first or second form."""
        path = self.folder / "project/docs/en/about/index.md"
        line = "\n\nThe second form.\n"
        text = path.read_text("utf-8").removesuffix(line)
        path.write_text(text + (line if form else ""), "utf-8")

    def build(self) -> float:
        """Builds to the end. Returns the seconds; raises AssertionError if the build fails."""
        begin = time.perf_counter()
        done = self.sources.build(self.folder / "project/mkdocs.yml", self.site)
        assert done.returncode == 0, done.stdout + done.stderr
        return time.perf_counter() - begin

    def kill(self, seconds: float) -> None:
        """Begins a build and kills it, with the processes that it has begun, after so many seconds."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(self.sources.epoch)}
        environment["PICTURE_CACHE"] = str(self.sources.pictures)
        config = self.folder / "project/mkdocs.yml"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(config)]
        running = subprocess.Popen(
            [*command, "--site-dir", str(self.site)], cwd=config.parent, env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def whole_after_kills(folder: Path, sources: Sources, times: int, seed: int = 20160412) -> list[str]:
    """What the site was after each of so many killed builds: `old`, `new` or `broken`."""
    project, chance = Project(folder, sources), random.Random(seed)
    known = {}
    for form, name in ((1, "new"), (0, "old")):
        project.write(form)
        took = project.build()
        known[digest(project.site)] = name
    project.write(1)
    found = []
    for _ in range(times):
        # A little beyond the end, so that some builds are done: then the new site must be there.
        project.kill(chance.uniform(0, 1.15 * took))
        found.append(known.get(digest(project.site), "broken"))
        if found[-1] == "new":
            project.write(0)
            took = project.build()
            project.write(1)
    project.build()
    assert known[digest(project.site)] == "new", "a build after the killed ones is whole"
    return found


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        sources = Sources(int(time.time()), Path(folder) / "pictures")
        found = whole_after_kills(Path(folder), sources, times)
    print(f"builds killed at random moments: {times}; site whole and old {found.count('old')}, "
          f"whole and new {found.count('new')}, broken {found.count('broken')}")  # fmt: skip
    raise SystemExit(found.count("broken"))


if __name__ == "__main__":
    main()
