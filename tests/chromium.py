"""Finds the browser of the tests: an installed Chrome, Chromium or Edge. Run as a program, it installs one.

Chromium's headless shell is preferred: the same engine without windows, whose own work is two thirds of what a page
costs (decisions/0003). The variable CHROME names the one to use and no other. A test never installs: it calls
`find_browser`, which raises `BrowserMissing` with a sentence that says what to do.
"""

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Debian's package and its program."""
COMMANDS = [
    SHELL,
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
]
MAC_APPLICATIONS = ["Google Chrome", "Chromium", "Microsoft Edge"]
WINDOWS_PROGRAMS = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
]
PLAYWRIGHTS_OWN = Path(sys.prefix, "browser.txt")
ADVICE = (
    "install Google Chrome or Chromium (Debian: sudo apt install chromium), "
    "or name one that is there: CHROME=/path/to/chrome"
)


class BrowserMissing(Exception):
    """One sentence: what is missing, of the browser or its driver, and what to install."""


@functools.cache
def find_browser() -> str:
    """Path of a browser that starts."""
    if named := os.environ.get("CHROME"):
        if path := shutil.which(named):
            if starts(path):
                return path
            raise BrowserMissing(f"CHROME={named} does not start: name another browser, or unset CHROME.")
        raise BrowserMissing(f"CHROME={named} is not a program: name the browser's file, or unset CHROME.")
    for path in candidates():
        if starts(path):
            return path
    raise BrowserMissing(f"No browser for the tests was found: {ADVICE}.")


def candidates() -> Iterator[str]:
    for command in COMMANDS:
        if path := shutil.which(command):
            yield path
    if sys.platform == "darwin":
        for name in MAC_APPLICATIONS:
            for folder in (Path("/Applications"), Path.home() / "Applications"):
                yield str(folder / f"{name}.app/Contents/MacOS/{name}")
    if sys.platform == "win32":
        for program in WINDOWS_PROGRAMS:
            for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
                if folder := os.environ.get(variable):
                    yield str(Path(folder, program))
    if PLAYWRIGHTS_OWN.exists():
        yield PLAYWRIGHTS_OWN.read_text(encoding="utf-8").strip()


def starts(path: str) -> bool:
    """A launcher without its browser (Ubuntu's stub for the snap) and missing libraries show here."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # chrome.exe has no --version there: it would open a window
        return True
    try:
        return run([path, "--version"], timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install() -> str:
    """Debian's when root, else Playwright's own; each is tried before it is believed."""
    if can_use_apt():
        for package in (SHELL, "chromium"):
            apt_install(package, "fonts-liberation")
            with contextlib.suppress(BrowserMissing):
                return find_browser()
    install_playwrights_own()
    return find_browser()


def set_up_driver() -> None:
    """Playwright drives the browser with a Node.js of its own, and a bare Debian lacks a library that it loads."""
    version = [sys.executable, "-m", "playwright", "--version"]
    if run(version).returncode == 0:
        return
    if can_use_apt():
        apt_install("libatomic1")
    done = run(version)
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        advice = "install what it lacks (Debian: sudo apt install libatomic1)"
        raise BrowserMissing(f"Playwright's driver does not start ({reason}): {advice}.")


def can_use_apt(package: str | None = None) -> bool:
    """Whether packages can be installed; with a name, whether that one is known without asking the network."""
    usable = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
    return usable and (package is None or run(["apt-cache", "show", package]).returncode == 0)


def apt_install(*packages: str) -> None:
    print(f"Installing Debian's {', '.join(packages)} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update"], env=environment)
    run(["apt-get", "install", "--yes", "--no-install-recommends", *packages], env=environment)


def install_playwrights_own() -> None:
    from playwright.sync_api import sync_playwright

    print("Installing Playwright's own Chromium ...", flush=True)
    done = run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])
    if done.returncode != 0:
        raise BrowserMissing(f"No browser for the tests was found and none could be downloaded: {ADVICE}.")
    with sync_playwright() as playwright:
        PLAYWRIGHTS_OWN.write_text(playwright.chromium.executable_path + "\n", encoding="utf-8")


def run(
    command: list[str], env: dict[str, str] | None = None, timeout: float | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, env=env, timeout=timeout, stdin=subprocess.DEVNULL, capture_output=True)


def main() -> None:
    try:
        set_up_driver()
        if not os.environ.get("CHROME") and not shutil.which(SHELL) and can_use_apt(SHELL):
            apt_install(SHELL)  # beside a browser with windows: the tests take two thirds of the time
        try:
            browser = find_browser()
        except BrowserMissing:
            if os.environ.get("CHROME"):
                raise
            browser = install()
    except BrowserMissing as missing:
        sys.exit(str(missing))
    print(f"Browser: {browser}")


if __name__ == "__main__":
    main()
