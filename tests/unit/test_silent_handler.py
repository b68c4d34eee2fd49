"""What the servers of the tests print: failures of theirs, and nothing of a browser that went away."""

import io
import socket
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from conftest import _Handler
from proof.server import Handler

HANDLERS = {"the tests'": _Handler, "the proof's": partial(Handler, headers={})}


@pytest.mark.parametrize("handler", HANDLERS)
def test_a_browser_that_goes_away_before_it_has_the_whole_file_is_no_failure(handler, tmp_path, capsys):
    (tmp_path / "large.bin").write_bytes(bytes(8_000_000))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(HANDLERS[handler], directory=str(tmp_path))) as server:
        server.daemon_threads = False  # leaving the block waits for the answer to end
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        with socket.create_connection(server.server_address) as browser:
            browser.sendall(b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n")
            browser.recv(100)  # what has come besides and is not read makes of the end a break of the line
        server.shutdown()
        thread.join()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("handler", HANDLERS)
def test_nor_is_one_that_goes_away_before_the_last_of_it_has_left(handler, tmp_path, capsys):
    class Gone(io.BytesIO):
        def close(self):
            raise BrokenPipeError

    made = getattr(HANDLERS[handler], "func", HANDLERS[handler])
    answer = made.__new__(made)
    answer.wfile, answer.rfile = Gone(), io.BytesIO()
    answer.finish()
    assert capsys.readouterr().err == ""


def test_another_error_of_a_server_is_told(tmp_path, capsys):
    class Broken(_Handler):
        def do_GET(self):
            raise ValueError("broken")

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Broken, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        with socket.create_connection(server.server_address) as browser:
            browser.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert browser.recv(100) == b""
        server.shutdown()
        thread.join()
    assert "ValueError: broken" in capsys.readouterr().err
