"""Nothing in the generator counts on three versions, or on the law that the real site is about."""

import re

from conftest import ROOT, words
from three_bridges.project import FOURTH, MARK


def test_the_fourth_version_has_every_page_in_its_own_words(three_bridges):
    (version,) = [version for version in three_bridges.versions if version.locale == FOURTH]
    assert len(three_bridges.versions) == 4
    for address in three_bridges.page_addresses:
        page = three_bridges.at(version, address)
        if address.startswith("/about/"):
            continue
        assert MARK.strip() in words(page.tree), page.path


def test_the_code_names_no_provision():
    code = [path for kind in ("*.py", "*.html", "*.js") for path in (ROOT / "hooks").rglob(kind)]
    assert len(code) > 50
    spoken = re.compile(r"(?<![\w/])(?:kz|zkp|zzpl|zjbs|zp)/\d+|[Aa]rticle 146|члан\w* 146")
    named = {}
    for path in code:
        text = path.read_text("utf-8")
        # Explanations, to readers of the code and to editors, may give an example.
        text = re.sub(r'"""(?s:.)*?"""|#.*|//.*|such as /?\S+', "", text)
        found = [match.group() for match in spoken.finditer(text)]
        if found:
            named[path.name] = found
    assert named == {}
