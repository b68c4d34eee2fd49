"""Starts the real nginx and the real Caddy with the settings in `deploy/`, each on a port of its own."""

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from conftest import ROOT

SETTINGS = ROOT / "deploy"

INSTALL = "these tests serve the site with the real servers: apt install nginx libnginx-mod-http-brotli-static caddy"


@dataclass(frozen=True)
class Answer:
    """What a server said: the status, the headers by their name in small letters, the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Host:
    """A running server."""

    name: str
    url: str

    def get(self, path: str, **headers: str) -> Answer:
        """Asks for one path as it is written, follows nothing, unpacks nothing. `If_None_Match` is a header too."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=10)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return Answer(answer.status, found, body)


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[Host]:
    """nginx with `deploy/nginx.conf`, in a frame such as Debian's own `nginx.conf` is."""
    port = _free_port()
    settings = (SETTINGS / "nginx.conf").read_text("utf-8")
    assert settings.count("listen 80;") == 1 and settings.count("/srv/site") == 2
    settings = settings.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/site", str(site))
    (work / "site.conf").write_text(settings, "utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    bodies = "".join(f"{kind}_temp_path {work}/{kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(
        f"{user} daemon off; pid {work}/pid; error_log stderr notice; worker_processes 1;\n"
        f"include /etc/nginx/modules-enabled/*.conf;\nevents {{}}\nhttp {{ {bodies} include {work}/site.conf; }}\n",
        "utf-8",
    )
    command = [_program("nginx"), "-c", str(work / "nginx.conf"), "-e", "stderr"]
    with _running(command, "start worker process ", {}):
        yield Host("nginx", f"http://127.0.0.1:{port}")


@contextmanager
def caddy(site: Path, work: Path) -> Iterator[Host]:
    """Caddy with `deploy/Caddyfile`."""
    port = _free_port()
    settings = {"SITE_ROOT": str(site), "SITE_ADDRESS": f"http://127.0.0.1:{port}", "CADDY_ADMIN": "off"}
    settings |= {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    command = [_program("caddy"), "run", "--config", str(SETTINGS / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, "serving initial configuration", settings):
        yield Host("caddy", f"http://127.0.0.1:{port}")


SERVERS: dict[str, Callable[[Path, Path], object]] = {"nginx": nginx, "caddy": caddy}


def _program(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))
    if not found:
        pytest.fail(f"{name} is not installed: {INSTALL}", pytrace=False)
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _running(command: list[str], ready: str, environment: Mapping[str, str]) -> Iterator[None]:
    """The server from the moment at which it says that it serves until the end of the block."""
    with subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stderr
        said = []
        for line in server.stderr:
            said.append(line)
            if ready in line:
                break
        else:
            pytest.fail(f"{command[0]} refuses the settings in deploy/:\n{''.join(said)}\n{INSTALL}", pytrace=False)
        # Read on: a server stands still once nobody takes what it says.
        reader = threading.Thread(target=lambda: said.extend(server.stderr or ()))
        reader.start()
        try:
            yield
        finally:
            server.terminate()
            reader.join()
