"""Measures how soon an edit is in the preview of `make serve`."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from conftest import Sources

_EDIT = "Измена."


def seconds_to_see_an_edit(root: Path, project: Path, pictures: Path | None = None) -> float:
    """From saving a changed paragraph of law until the preview shows it, in a copy of the project.

    `pictures` has those that are drawn, as in a folder in which somebody works. None: where the environment says.
    """
    Sources(int(time.time())).write_config(_copied(root, project))
    port = _free_port()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if pictures:
        environment["PICTURE_CACHE"] = str(pictures)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    try:
        law = next(path for path in sorted((project / "content_data/laws").iterdir()) if path.is_dir())
        article = min((law / "articles").glob("*.yml"), key=lambda path: path.stat().st_size)
        address = f"http://127.0.0.1:{port}/law/{law.name}/{article.stem}/"
        _shown(address)
        text = article.read_text("utf-8")
        begin = time.perf_counter()
        # The first words of the first paragraph, however the file writes them.
        words = re.compile(r"(\btext:\s+sr: )(>-\s+|['\"])?")
        article.write_text(words.sub(lambda found: f"{found.group()}{_EDIT} ", text, count=1), "utf-8")
        while _EDIT.encode() not in _shown(address):
            time.sleep(0.1)
        return time.perf_counter() - begin
    finally:
        server.terminate()
        server.wait()


def _copied(root: Path, project: Path) -> Path:
    project.mkdir(parents=True)
    for name in ("content_data", "docs"):
        shutil.copytree(root / name, project / name)
    return project


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _shown(address: str) -> bytes:
    for _ in range(1500):
        with contextlib.suppress(OSError), urllib.request.urlopen(address) as answer:
            return bytes(answer.read())
        time.sleep(0.1)
    raise SystemExit(f"{address} did not answer")
