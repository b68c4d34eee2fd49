"""What a page costs its reader stays within budget.yml, and its files may be kept for ever."""

import gzip
import hashlib
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin

import brotli
import pytest
import yaml

from conftest import COLOURS
from legal_site import permalink
from legal_site.assets import BUNDLES, THEME, assets
from styles.make import heading

BUDGET = yaml.safe_load((Path(__file__).parent / "budget.yml").read_text("utf-8"))


def packed(data):
    return len(gzip.compress(data, 9))


def over(path, size, budget):
    """Nothing if the size is within the budget, else what an editor reads who has only added a sentence."""
    if size <= budget:
        return ""
    return (
        f"{path} has {size:,} bytes and may have {budget:,}: shorten its texts by {size - budget:,} bytes, "
        "packed, or raise the figure in tests/site/budget.yml: every reader on a slow line waits for it"
    )


def loaded(page):
    """The addresses of the style sheets and scripts of a page."""
    links = [e.get("href") for e in page.elements("link") if e.get("rel") == "stylesheet"]
    links += [e.get("src") or e.get("data-late") for e in page.elements("script") if "type" not in e.attrib]
    return [urljoin(page.url, link) for link in links]


@pytest.fixture(scope="module")
def kinds(site):
    """The pages by the name of their script, each with its size and those of what it loads."""
    names = {asset.address: name for name, asset in assets(site.content.site.colours).items()}
    found = defaultdict(list)
    for page in site.all_pages:
        files = loaded(page)
        scripts = [names[file] for file in files if file.endswith(".js")]
        if scripts:
            sizes = [packed((site.folder / file[1:]).read_bytes()) for file in files]
            found[scripts[0]].append((page.path, packed((site.folder / page.path).read_bytes()), sizes))
    return found


@pytest.mark.parametrize("kind", BUDGET["first_visit"])
def test_a_first_visit_stays_within_its_budget(kinds, kind):
    assert kinds[kind]
    for path, size, others in kinds[kind]:
        assert not over(f"{path} with what it loads", size + sum(others), BUDGET["first_visit"][kind])


def test_a_page_loads_one_style_sheet_and_one_script(kinds):
    for pages in kinds.values():
        for path, _, others in pages:
            side_by_side = path.endswith("parallel/index.html")  # its columns depend on the versions
            assert 1 + len(others) - side_by_side <= BUDGET["requests"], path


@pytest.mark.parametrize("kind", BUDGET["page"])
def test_a_page_alone_stays_within_its_budget(kinds, kind):
    for path, size, _ in kinds[kind]:
        assert not over(path, size, BUDGET["page"][kind])


def test_the_next_article_stays_within_its_budget(site):
    for law in site.content.laws.values():
        for number in law.articles:
            for version in site.versions:
                page = site.at(version, permalink.article(law.id, number))
                assert not over(page.path, packed((site.folder / page.path).read_bytes()), BUDGET["article"])


@pytest.mark.parametrize("kind", BUDGET["page_as_brotli_packs_it"])
def test_a_page_packed_beforehand_stays_within_its_budget(site, kinds, kind):
    for path, _, _ in kinds[kind]:
        size = (site.folder / f"{path}.br").stat().st_size
        assert not over(f"{path}.br", size, BUDGET["page_as_brotli_packs_it"][kind])


def test_what_is_packed_beforehand_is_the_file_beside_it(site):
    packed = [path for path in site.folder.rglob("*") if path.suffix in (".gz", ".br")]
    assert packed
    for path in packed:
        data = path.read_bytes()
        opened = gzip.decompress(data) if path.suffix == ".gz" else brotli.decompress(data)
        assert opened == path.with_suffix("").read_bytes(), path


@pytest.mark.parametrize("name", BUDGET["files"])
def test_a_shared_file_stays_within_its_budget(name):
    assert not over(name, packed(assets(COLOURS)[name].data), BUDGET["files"][name])


def test_what_may_be_kept_for_ever_is_named_by_its_content(site):
    for path in (path for path in site.files if path.startswith("assets/")):
        match = re.search(r"\.([0-9a-f]{8})\.(?:css|js)$", path)
        if match:
            assert hashlib.sha256((site.folder / path).read_bytes()).hexdigest().startswith(match.group(1)), path
        else:
            assert path.removeprefix("assets/") in ("embed.js", "icon.svg") or path.endswith("LICENSE.txt"), path


def test_nothing_of_material_is_there_but_the_rules_in_use(site):
    assert not [path for path in site.files if re.search(r"bundle|worker|lunr|palette|search_index|\.js\.map$", path)]
    rules = (THEME / "assets" / "material.css").read_text("utf-8")
    assert rules.startswith(heading()), "Material was renewed: run `make styles`"


def test_each_source_is_part_of_a_file_that_pages_load():
    sources = {path.name for path in (THEME / "assets").iterdir() if path.suffix in (".css", ".js")}
    assert sources - {"embed.js", "starter.js"} == {source for parts in BUNDLES.values() for source in parts}
