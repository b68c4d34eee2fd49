"""Two browsers behind WebDriver's commands: Firefox over Marionette, WebKitGTK over HTTP."""

from __future__ import annotations

import itertools
import json
import socket
import time
import urllib.error
import urllib.request
from typing import Any

PATIENCE = 30.0
"""Seconds until a browser that does not answer is given up."""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver names the field with an element's id
_PATHS = {
    "Navigate": "/url",
    "ExecuteScript": "/execute/sync",
    "FindElement": "/element",
    "ElementClick": "/element/{id}/click",
    "PerformActions": "/actions",
}
"""Of the commands over HTTP, under the session's address."""


class Driven:
    """A browser behind WebDriver's commands; who carries them is the subclass's matter."""

    version = ""

    def send(self, name: str, **parameters: Any) -> Any:
        raise NotImplementedError

    def open(self, url: str) -> None:
        self.send("Navigate", url=url)

    def run(self, body: str, *arguments: Any) -> Any:
        return self.send("ExecuteScript", script=body, args=list(arguments))

    def click(self, css: str) -> None:
        element = self.send("FindElement", using="css selector", value=css)[_ELEMENT]
        self.send("ElementClick", id=element)

    def type(self, keys: str) -> None:
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.send("PerformActions", actions=[{"type": "key", "id": "keys", "actions": presses}])


class Firefox(Driven):
    """Over Marionette: each message is its length, a colon, and JSON."""

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._numbers = itertools.count(1)
        self._read()  # it says who it is
        capabilities = self.send("NewSession", strictFileInteractability=False)["capabilities"]
        self.version = f"Firefox {capabilities['browserVersion']}"

    def send(self, name: str, **parameters: Any) -> Any:
        message = json.dumps([0, next(self._numbers), f"WebDriver:{name}", parameters])
        self._socket.sendall(f"{len(message)}:{message}".encode())
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._take(1)
        return json.loads(self._take(int(length[:-1])))

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            part = self._socket.recv(count - len(taken))
            if not part:
                raise RuntimeError("Firefox closed the connection")
            taken += part
        return taken


class WebKit(Driven):
    """Over HTTP, as the W3C has it."""

    def __init__(self, port: int, program: str) -> None:
        self._base = f"http://127.0.0.1:{port}/session"
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        _connected(port).close()
        session = self._post("", wanted)
        self._base += f"/{session['sessionId']}"
        self.version = f"WebKitGTK {session['capabilities']['browserVersion']}"

    def send(self, name: str, **parameters: Any) -> Any:
        return self._post(_PATHS[name].format(**parameters), parameters)

    def end(self) -> None:
        urllib.request.urlopen(urllib.request.Request(self._base, method="DELETE"), timeout=PATIENCE).close()

    def _post(self, path: str, value: Any) -> Any:
        request = urllib.request.Request(
            self._base + path, json.dumps(value).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {json.load(error)['value']['message']}") from None


def _connected(port: int) -> socket.socket:
    """A connection to a program that has just been started."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
