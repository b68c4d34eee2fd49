"""`make audit` tells what is known of what the checkout carries. What pip-audit does is its own matter."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from conftest import ROOT
from dependencies.audit import TOOL, weaknesses


@contextmanager
def answering(answer):
    """An address that answers each question so; what was asked is in the list."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format, *arguments):
            """Says nothing: the tests' output is for failures."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", asked
        server.shutdown()
        thread.join()


def test_a_known_weakness_of_the_engine_of_the_search_is_told():
    with answering(b'{"vulns": [{"id": "GHSA-1", "summary": "invented"}]}') as (address, asked):
        assert weaknesses(address) == ["MiniSearch 7.2.0: GHSA-1 invented"]
    assert asked == [{"package": {"name": "minisearch", "ecosystem": "npm"}, "version": "7.2.0"}]


def test_nothing_known_is_nothing_told():
    with answering(b"{}") as (address, _):
        assert weaknesses(address) == []


def test_no_answer_is_not_taken_for_a_good_one():
    with answering(b"<html>a proxy</html>") as (address, _):
        assert weaknesses(address) is None
    assert weaknesses(address) is None, "nobody listens there any more"


def test_the_tool_itself_is_pinned_with_hashes():
    lock = TOOL.read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==.*\\\n +--hash=sha256:", lock, re.M)
    assert "pip-audit" in pinned
    assert len(pinned) == len(re.findall(r"^[a-z0-9-]+==", lock, re.M)) > 10
    assert "--index" not in lock and "pip-audit" not in (ROOT / "requirements.txt").read_text("utf-8")
