"""A built site of the invented law in which pages have moved, served by each of the two servers.

Run by `make proof` and in CI. Who runs the other tests needs no web server: these are collected when they are named
(`pytest tests/deploy`), and then a missing server is a failure.
"""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import ROOT, BuiltSite, Sources
from deploy.hosts import SERVERS, Host, caddy
from legal_site.published import append_new
from three_bridges.project import write_project

LONG = "/an-address-that-is-longer-than-anything-for-which-nginx-makes-room-if-it-is-not-told-to/"
PUBLISHED = [
    LONG,
    "/law/zis/8/",
    "/law/zis/8/#p1",
    "/law/zis/8/#p2",
    "/law/zis/9/",
    "/law/zis/9/#p1",
    "/old/",
    "/old/#s2",
]
ALIASES = f"""\
{LONG} /glossary/
/law/zis/9/ /law/zis/1/
/law/zis/9/#p1 /law/zis/1/#p1
/law/zis/8/ /law/zis/1/
/law/zis/8/#p1 /law/zis/1/#p5
/old/ /statement/2024-02-01/
"""
"""Article 9 and the statement moved with their anchors, article 8 did not."""

MOVED = {LONG: "/glossary/", "/law/zis/9/": "/law/zis/1/", "/old/": "/statement/2024-02-01/"}

PACKED = "/packed/"
LASTING = "/assets/packed.0123abcd.css"
NO_BROTLI = b"not brotli, but no server looks"


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leaves this folder out unless the command names it."""
    named = (config.invocation_params.dir / argument.partition("::")[0] for argument in config.args)
    here = Path(__file__).parent
    return None if any(path.resolve().is_relative_to(here) for path in named) else True


@pytest.fixture(scope="session")
def site(sources: Sources, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site; beside its own files a page and a style sheet that are there in three forms."""
    project = write_project(ROOT, tmp_path_factory.mktemp("moved") / "project")
    append_new(project / "content_data", PUBLISHED, datetime.fromtimestamp(sources.epoch, UTC).date())
    (project / "content_data/aliases.txt").write_text(ALIASES, "utf-8")
    sources.write_config(project)
    built = sources.site(project, project / "site")
    for name in (f"{PACKED}index.html", LASTING):
        path = built.folder / name[1:]
        path.parent.mkdir(exist_ok=True)
        path.write_text("/* plain */" * 100, "utf-8")
        _beside(path, ".gz").write_bytes(gzip.compress(path.read_bytes()))
        _beside(path, ".br").write_bytes(NO_BROTLI)
    return built


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


@pytest.fixture(scope="session", params=SERVERS)
def host(request: pytest.FixtureRequest, site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with SERVERS[request.param](site.folder, tmp_path_factory.mktemp(request.param)) as host:
        yield host


@pytest.fixture(scope="session")
def one_host(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """For what is the same with both servers: that they send the same headers is asked in test_answers.py."""
    with caddy(site.folder, tmp_path_factory.mktemp("one")) as host:
        yield host
