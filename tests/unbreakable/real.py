"""Builds some of the trees as `make build` does, over a site that was built before."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from conftest import Sources
from unbreakable.mutator import DAY, Tree

_SECONDS = 120
_EPOCH = int(datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC).timestamp())


class RealBuilds:
    """The former site, built once from the project that the trees were made from."""

    def __init__(self, base: Path, scratch: Path) -> None:
        self.scratch = scratch
        self.sources = Sources(_EPOCH, scratch / "drawn")
        project = Path(shutil.copytree(base, scratch / "former"))
        self.sources.write_config(project)
        self.former = project / "site"
        done = self._build(project)
        if done.returncode:
            raise SystemExit(f"The tree without mutations does not build:\n{done.stdout}")

    def faults(self, tree: Tree, outcome: str) -> Iterator[str]:
        """What is wrong with a build of the tree, which was judged to be `built` or `refused`."""
        self.sources.write_config(tree.folder)
        site = tree.folder / "site"
        shutil.copytree(self.former, site)
        try:
            done = self._build(tree.folder)
        except subprocess.TimeoutExpired:
            yield f"a real build took more than {_SECONDS} s"
            return
        if (done.returncode == 0) != (outcome == "built"):
            yield f"a real build ended with {done.returncode}, though the tree was {outcome}: {done.stdout[-500:]!a}"
        if "Traceback" in done.stdout:
            yield f"a real build ended with a traceback: {done.stdout[-500:]!a}"
        if done.returncode and digests(site) != digests(self.former):
            yield "a real build was refused and changed the former site"

    def _build(self, project: Path) -> "subprocess.CompletedProcess[str]":
        environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
        environment |= {
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": str(_EPOCH),
            "PICTURE_CACHE": str(self.scratch / "drawn"),
            "PYTHONUTF8": "1",
        }
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(project / "site")],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=_SECONDS,
        )


def digests(folder: Path) -> dict[str, str]:
    """Every file of a site with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
