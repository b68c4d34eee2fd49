"""Asks osv.dev whether a weakness is known of a version that requirements.txt pins or the checkout carries.

    python tests/dependencies/audit.py [--osv-url ADDRESS]

Needs the network, so it is no test. pip-audit does the asking, from its own lock in an environment that is thrown
away (decisions/0014). The code is 0 if nothing is known, 1 if something is, 2 if it could not be asked.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dependencies.vendored import VENDORED

ROOT = Path(__file__).resolve().parents[2]
TOOL = Path(__file__).with_name("pip_audit.txt")
OSV = "https://api.osv.dev/v1/query"
_INSTALL = ["-qq", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:"]
_AUDIT = ["--strict", "--disable-pip", "--require-hashes", "--progress-spinner=off", "--vulnerability-service=osv"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--osv-url", default=OSV, help="where to ask")
    address = parser.parse_args().osv_url
    known = weaknesses(address)
    if known is None:
        print(f"{address} did not answer: check the network and run the same command again.", file=sys.stderr)
        return 2
    for line in known:
        print(line)
    packages = audited(address)
    return 2 if packages not in (0, 1) else 1 if known else packages


def weaknesses(address: str) -> list[str] | None:
    """What is known of the works that are no Python packages, one line each. None: nobody answered."""
    found = []
    for work in VENDORED:
        if work.npm is None:
            continue
        asked = {"package": {"name": work.npm, "ecosystem": "npm"}, "version": work.version}
        try:
            with urllib.request.urlopen(address, json.dumps(asked).encode(), timeout=60) as answer:
                known = json.load(answer).get("vulns", [])
        except (OSError, ValueError):
            return None
        found += [f"{work.name} {work.version}: {each['id']} {each.get('summary', '')}".strip() for each in known]
    return found


def audited(address: str) -> int:
    """pip-audit's answer to the lock: 0 nothing known, 1 something known or not asked, 2 no pip-audit."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")
        if subprocess.run([python, "-m", "pip", "install", *_INSTALL, "-r", TOOL]).returncode != 0:
            return 2
        lock = ["-r", ROOT / "requirements.txt"]
        return subprocess.run([python, "-m", "pip_audit", *_AUDIT, "--osv-url", address, *lock], cwd=folder).returncode


if __name__ == "__main__":
    sys.exit(main())
