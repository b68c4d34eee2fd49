#!/usr/bin/env python3
"""Makes .venv, the environment of this project, from requirements.txt; does nothing when it is up to date.

    python3 bootstrap.py          make or renew .venv
    python3 bootstrap.py lock     renew requirements.txt from pyproject.toml (--upgrade: newest versions)

Standard library only, and in a syntax that Python 2.7 can read: an old Python has to say that it is too old.
When it is, a newer one on the PATH is used; the variable PYTHON names the one to use and no other.
"""

from __future__ import print_function

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "installed.txt")
LOG = os.path.join(VENV, "install.log")
REQUIREMENTS = os.path.join(ROOT, "requirements.txt")
OLDEST = (3, 11)
OTHERS = ["python3.13", "python3.12", "python3.11", "python3", "python"]
PROBE = """
import sys
print(sys.executable)
print("%d.%d" % sys.version_info[:2])
try:
    import ensurepip, venv
    print("venv")
except ImportError:
    print("no venv")
"""
WHERE = """
import sys, sysconfig
print("%d.%d" % sys.version_info[:2])
print(sysconfig.get_path("purelib"))
"""
OFFLINE = ["Retrying (", "Could not fetch URL", "ConnectionError", "ReadTimeoutError", "ProxyError"]
LOCK_OPTIONS = ["--universal", "--generate-hashes", "--python-version", "3.11", "--no-header", "--quiet"]
LOCK_HEADER = """\
# Every dependency, the tests' too, with its hashes, for every platform and CPython 3.11 or newer.
# Made by `make lock` from pyproject.toml (uv pip compile --universal --generate-hashes); do not edit by hand.
"""


class Refusal(Exception):
    """One sentence: what is wrong and what to do."""


def main(arguments):
    if sys.version_info[:2] < OLDEST:
        sys.exit(subprocess.call([find_python(), os.path.abspath(__file__)] + arguments))
    if arguments[:1] == ["lock"]:
        lock(arguments[1:])
    elif arguments:
        raise Refusal("usage: python3 bootstrap.py [lock [--upgrade]]")
    elif not is_current():
        install(make_environment())


def is_current():
    if not os.path.exists(inside(VENV, "python")) or not os.path.exists(STAMP):
        return False
    with io.open(STAMP, encoding="ascii") as stamp:
        written = stamp.read().split()
    if os.environ.get("PYTHON") and written[:1] != ["%d.%d" % sys.version_info[:2]]:
        return False
    return written[1:] == [fingerprint()]


def fingerprint():
    with io.open(REQUIREMENTS, "rb") as requirements:
        return hashlib.sha256(requirements.read()).hexdigest()


def make_environment():
    """An environment that works is kept, whatever is in it; anything else is made anew."""
    python = inside(VENV, "python")
    kept = probe(python)
    wanted = os.environ.get("PYTHON") and sys.version_info[:2]
    if kept and kept[1] >= OLDEST and (not wanted or wanted == kept[1]) and has_pip(python):
        return python
    chosen = find_python()
    say("Making .venv with {0} ...".format(chosen))
    code, output = run([chosen, "-m", "venv", "--clear", VENV])
    if code != 0:
        raise Refusal("Python could not make the folder .venv: {0}.".format(last_line(output)))
    return python


def find_python():
    """The Python that started this, if it will do; else the first on the PATH that will."""
    commands = [sys.executable] if os.environ.get("PYTHON") else [sys.executable] + OTHERS
    found = [one for one in map(probe, commands) if one and one[1] >= OLDEST]
    for executable, _, has_venv in found:
        if has_venv:
            return executable
    if found:
        raise Refusal(
            "The Python at {0} lacks its venv module: install it (Debian, Ubuntu: sudo apt install "
            "python3-venv) and run the same command again.".format(found[0][0])
        )
    raise Refusal(
        "Python 3.11 or newer is needed and this one is {0}.{1}: install a newer one (Debian 12 or newer: "
        "sudo apt install python3 python3-venv; Windows, macOS: python.org), or name one that is there: "
        "make PYTHON=/path/to/python3.".format(*sys.version_info[:2])
    )


def probe(python):
    """Executable, version, and whether it can make environments; None if it does not start."""
    code, output = run([python, "-c", PROBE])
    lines = output.splitlines()
    if code != 0 or len(lines) != 3:
        return None
    major, minor = lines[1].split(".")
    return lines[0], (int(major), int(minor)), lines[2] == "venv"


def has_pip(python):
    return run([python, "-m", "pip", "--version"])[0] == 0


def install(python):
    if os.path.exists(STAMP):
        os.remove(STAMP)  # an install that is interrupted is not taken for a finished one
    say("Installing the packages of requirements.txt (about a minute; only when that file changes) ...")
    options = ["--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:"]
    code, output = run([python, "-m", "pip", "install"] + options + ["-r", REQUIREMENTS])
    with io.open(LOG, "w", encoding="utf-8") as log:
        log.write(output)
    if code != 0:
        raise Refusal(why_not(output))
    _, answer = run([python, "-c", WHERE])
    version, packages = answer.splitlines()
    # `python -m legal_site` works from any folder, on every system, with no PYTHONPATH.
    with io.open(os.path.join(packages, "legal-site.pth"), "w", encoding="utf-8") as path:
        path.write("{0}\n".format(os.path.relpath(os.path.join(ROOT, "hooks"), os.path.realpath(packages))))
    with io.open(STAMP, "w", encoding="ascii") as stamp:
        stamp.write("{0} {1}\n".format(version, fingerprint()))


def why_not(output):
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return (
            "The packages of requirements.txt could not be downloaded because the certificate of the server or proxy "
            "is not trusted: name your network's own with PIP_CERT=/path/to/certificate.pem and run the same command "
            "again; details are in .venv/install.log."
        )
    if any(sign in output for sign in OFFLINE):
        return (
            "The packages of requirements.txt could not be downloaded: check the network (behind a proxy: "
            "set HTTPS_PROXY) and run the same command again; details are in .venv/install.log."
        )
    reason = last_line(output)
    return "pip could not install requirements.txt: {0}; details are in .venv/install.log.".format(reason)


def lock(options):
    """uv makes the lock, in an environment of its own that is thrown away: the site does not need it."""
    folder = tempfile.mkdtemp()
    try:
        if run([find_python(), "-m", "venv", folder])[0] != 0:
            raise Refusal("Python could not make a temporary environment for uv.")
        code, output = run([inside(folder, "python"), "-m", "pip", "install", "uv"])
        if code != 0:
            raise Refusal("uv, which makes the lock, could not be installed: {0}.".format(last_line(output)))
        made = os.path.join(folder, "requirements.txt")
        if os.path.exists(REQUIREMENTS):
            shutil.copyfile(REQUIREMENTS, made)  # what it pins stays, unless --upgrade says otherwise
        command = [inside(folder, "uv"), "pip", "compile", "pyproject.toml", "--group", "test", "-o", made]
        code, output = run(command + LOCK_OPTIONS + options)
        if code != 0:
            raise Refusal("uv could not make the lock: {0}".format(output.strip()))
        with io.open(made, encoding="utf-8") as lines:
            text = lines.read()
        with io.open(REQUIREMENTS, "w", encoding="utf-8", newline="\n") as lines:
            lines.write(LOCK_HEADER + text.replace(LOCK_HEADER, ""))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def inside(folder, program):
    if os.name == "nt":
        return os.path.join(folder, "Scripts", program + ".exe")
    return os.path.join(folder, "bin", program)


def run(command):
    """Exit code and all output; a program that is not there has the code 127."""
    environment = dict(os.environ, PIP_USER="0", PYTHONIOENCODING="utf-8")
    environment.pop("PYTHONHOME", None)
    environment.pop("PYTHONPATH", None)
    environment.pop("__PYVENV_LAUNCHER__", None)
    try:
        with io.open(os.devnull) as nothing:
            pipes = {"stdin": nothing, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
            process = subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)
            output = process.communicate()[0]
    except OSError as error:
        return 127, str(error)
    return process.returncode, output.decode("utf-8", "replace")


def last_line(output):
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line[6:].strip() for line in lines if line.startswith(("ERROR:", "Error:", "error:"))]
    return ((errors or lines or ["no reason given"])[-1]).rstrip(".")


def say(line):
    print(line)
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Refusal as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)
