"""A static host as the site is meant to be served: compressed files as they lie there, lasting names kept for a year.

    python tests/proof/server.py site 8080

Answers `/a.css` with `a.css.br` or `a.css.gz` where the browser takes one and the file is there. What may be kept for
how long, and the headers, stand in `legal_site.policy`, from which the settings of real servers are made as well.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from legal_site.policy import HEADERS, cache_control, content_type

ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


class SilentHandler(BaseHTTPRequestHandler):
    """Says nothing of what was asked, nor of a browser that went on to another page before it had all of this one."""

    def handle(self) -> None:
        with suppress(ConnectionError):
            super().handle()

    def finish(self) -> None:
        with suppress(ConnectionError):  # what was still to be sent
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: what is printed is for results and failures."""


class Handler(SilentHandler, SimpleHTTPRequestHandler):
    """One connection of a browser, kept open from request to request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a small answer waits 40 ms for the browser's acknowledgement
    wbufsize = -1  # status, headers and body leave together

    def __init__(self, *args: Any, headers: Mapping[str, str], **options: Any) -> None:
        self._own_headers = headers
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        address = self.path.partition("?")[0]
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not address.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{address}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        found = path / "index.html" if path.is_dir() else path
        status = 200
        if not found.is_file():
            found, status = Path(self.directory, "404.html"), 404
        encoding, file = self._packed(found)
        body = file.read_bytes() if file.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", content_type(f"/{found.name}") or self.guess_type(str(found)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", cache_control(address))
        self.send_header("Vary", "Accept-Encoding")
        for name, value in self._own_headers.items():
            self.send_header(name, value)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _packed(self, path: Path) -> tuple[str, Path]:
        taken = {part.partition(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")}
        for encoding, suffix in ENCODINGS:
            packed = path.with_name(path.name + suffix)
            if encoding in taken and packed.is_file():
                return encoding, packed
        return "", path


@contextmanager
def served(folder: Path, port: int = 0, headers: Mapping[str, str] = HEADERS) -> Iterator[str]:
    """Serves a folder while the block runs; gives `http://127.0.0.1:41234`."""
    with listening(partial(Handler, directory=str(folder), headers=headers), port) as host:
        yield host


@contextmanager
def listening(handler: Callable[..., BaseHTTPRequestHandler], port: int = 0) -> Iterator[str]:
    """Answers with a handler while the block runs, on a free port if none is given; gives `http://127.0.0.1:41234`."""
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


if __name__ == "__main__":
    with served(Path(sys.argv[1]), int(sys.argv[2])) as host:
        print(host, flush=True)
        threading.Event().wait()
