"""The policy in the words of nginx and Caddy, put into the settings in `deploy/` between two marks."""

from __future__ import annotations

import re
from pathlib import Path

from legal_site.policy import ASKED_AGAIN, CONTENT_TYPES, HEADERS, KEPT, LASTING

_MADE = re.compile(r"^(?P<indent>[ \t]*)# Begin: (?P<said>.*)\n(?:.*\n)*?[ \t]*# End\n", re.MULTILINE)


def caddy() -> str:
    """Directives for a site block of a Caddyfile."""
    headers = (f'\t{name} "{value}"\n' for name, value in HEADERS.items())
    types = (f'\t~{re.escape(ending)}$ "{kind}"\n' for ending, kind in CONTENT_TYPES.items())
    return "".join(
        (
            "header {\n\tCache-Control {kept}\n",
            *headers,
            f'}}\nmap {{path}} {{kept}} {{\n\t~{LASTING} "{KEPT}"\n\tdefault {ASKED_AGAIN}\n}}\n',
            "map {path} {type} {\n",
            *types,
            # Of a folder's page, or a kind of file that the site does not have, Caddy finds the type itself.
            '\tdefault ""\n}\n@typed not vars {type} ""\nheader @typed Content-Type {type}\n',
        )
    )


def nginx() -> str:
    """Directives for a server block of nginx."""
    # `always`: an answer that something is not there carries them too.
    headers = (f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    plain = {ending[1:]: kind for ending, kind in CONTENT_TYPES.items() if ending.count(".") == 1 and ending[0] == "."}
    longer = {ending: kind for ending, kind in CONTENT_TYPES.items() if ending[1:] not in plain}
    types = (f"    {_bare(kind)} {ending};\n" for ending, kind in plain.items())
    # nginx counts text/html among them in any case, and warns where it is named.
    texts = {_bare(kind): None for kind in CONTENT_TYPES.values() if "charset=utf-8" in kind and "/html" not in kind}
    return "".join(
        (
            *headers,
            f'set $legal_site_kept "{ASKED_AGAIN}";\n',
            f'if ($uri ~ "{LASTING}") {{\n    set $legal_site_kept "{KEPT}";\n}}\n',
            "add_header Cache-Control $legal_site_kept always;\n",
            f"charset utf-8;\ncharset_types {' '.join(texts)};\ngzip_types {' '.join(texts)};\n",
            "types {\n",
            *types,
            "}\n",
            *(
                f'location ~ "{re.escape(ending)}$" {{\n    types {{ }}\n    default_type {_bare(kind)};\n}}\n'
                for ending, kind in longer.items()
            ),
        )
    )


def _bare(kind: str) -> str:
    return kind.partition(";")[0]


SETTINGS = {"Caddyfile": caddy, "nginx.conf": nginx}
"""The files in `deploy/`, each with what is made for it."""


def renewed(name: str, settings: str) -> str:
    """The text of one of the `SETTINGS` with what is made for it as it has to be now."""
    made = SETTINGS[name]

    def block(match: re.Match[str]) -> str:
        indent = match["indent"]
        lines = (indent + line for line in made().splitlines(keepends=True))
        return f"{indent}# Begin: {match['said']}\n{''.join(lines)}{indent}# End\n"

    return _MADE.sub(block, settings)


def write_settings(folder: Path) -> list[Path]:
    """Renews the settings in `folder`. Returns what was changed."""
    changed = []
    for name in SETTINGS:
        path = folder / name
        before = path.read_text("utf-8")
        after = renewed(name, before)
        if after != before:
            path.write_text(after, "utf-8", newline="\n")
            changed.append(path)
    return changed
