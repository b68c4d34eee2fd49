"""Measures builds: the real content, and a whole law against MkDocs, Material and static-i18n as they come.

    make bench                              the real content alone
    make bench ARGS="--corpus FILE.json"    a whole law too: {"articles": [{"article", "title", "blocks"}]}

Times are seconds on this machine and mean little; ratios against stock in the same run mean more.
"""

from __future__ import annotations

import argparse
import gzip
import math
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from bench import preview, references, searching, share_pictures, steps, stock_search  # noqa: E402
from bench.builds import PAGES, Cost, build, in_turn, run, work_folder  # noqa: E402
from bench.corpus import LAW, read_articles, write_content, write_stock  # noqa: E402
from conftest import COLOURS, Sources  # noqa: E402
from guides import mutation  # noqa: E402
from legal_site.assets import assets  # noqa: E402
from legal_site.build import build_content  # noqa: E402
from legal_site.decode import decode  # noqa: E402
from legal_site.load import load  # noqa: E402
from legal_site.site import Site  # noqa: E402
from three_bridges.project import write_project  # noqa: E402

_CHECK = """
import sys, time
from pathlib import Path
from legal_site.build import build_content
begin = time.perf_counter()
build_content(Path(sys.argv[1]))
print(time.perf_counter() - begin)
"""


def say(name: str, cost: Cost, remark: str = "") -> None:
    row = f"{name:<46}{cost.seconds:8.2f} s {cost.work:8.2f} s of work {cost.megabytes:7.0f} MB  {remark}"
    print(row.rstrip(), flush=True)


def say_parts(cost: Cost, pages: Cost, stock: Cost) -> None:
    """What each kind of file adds, beside stock's whole build; on the clock and in work."""
    name = "pages that stock has too, alone"
    print(f"  {name:<44}{pages.seconds:8.2f} s          {pages.seconds / stock.seconds:.2f} of stock")
    lines = {
        name: pages.work,
        **{name: took for name, took in sorted(cost.spent.items()) if name not in PAGES and took > 0.005},
        "cards, side by side, exports together": cost.exports,
    }
    for name, took in lines.items():
        print(f"  {name:<44}{took:8.2f} s of work  {took / stock.work:.2f} of stock")
    shared = cost.exports / (os.cpu_count() or 1)
    name = f"these on {os.cpu_count()} processors at once"
    print(f"  {name:<44}{shared:8.2f} s          {shared / stock.seconds:.2f} of stock")


def measure_real(times: int, work: Path) -> None:
    say("real content, build", build(ROOT, work / "real-site", times))
    seconds = [preview.seconds_to_see_an_edit(ROOT, work / f"preview-{turn}") for turn in range(times)]
    print(f"{'an edit of a paragraph is in the preview after':<46}{min(seconds):8.2f} s, {max(seconds):.2f} s slowest")
    size = len(gzip.compress(assets(COLOURS)["guides.js"].data, 9))
    print(f"{'the script of the guides, gzip':<46}{size:8} bytes")


def measure_guides(work: Path) -> None:
    site = work / "real-site"
    names = sorted(path.stem for path in (ROOT / "content_data/flows").glob("*.yml"))
    project = write_project(ROOT, work / "bridges", fourth=False)
    long = steps.write_long_guide(project, 200)
    Sources(int(time.time())).write_config(project)
    run(project, project / "site")
    found = steps.measure(site, [f"/guide/{name}/" for name in names])
    found |= steps.measure(project / "site", [f"/guide/{long}/"])
    for address, (median, slowest) in found.items():
        name = "a guide of 200 nodes" if address.endswith(f"{long}/") else address
        print(f"{name + ', question to question at 4x':<46}{median:8.0f} ms median, {slowest:.0f} ms slowest")
    content, documents = build_content(ROOT / "content_data"), decode(load(ROOT / "content_data")).documents
    for name in content.flows:
        count, unnoticed = mutation.survivors(name, content, documents)
        share = 100 * (count - len(unnoticed)) / count
        print(f"{name + ', spoilt in one place: noticed':<46}{share:8.1f} % of {count}")


def measure_search(folder: Path, content: Path, query: str, name: str) -> None:
    site = Site(build_content(content))
    for version in site.content.site.versions:
        address = site.reader(version.locale, "/").own_address
        found = [searching.first_search(folder, address, query) for _ in range(3)]
        size, took = min(found, key=lambda each: each[1])
        print(f"{f'{name}, first search, {version.locale}':<46}{size:8} bytes, {took:.0f} ms at 4x")
    print(f"{f'{name}, index of all versions':<46}{searching.seconds_for_the_index(site):8.2f} s")


def measure_law(corpus: Path, work: Path, times: int) -> None:
    sources = Sources(int(time.time()))
    ours: dict[float, Cost] = {}
    sizes: dict[float, int] = {}
    for share in (0.25, 0.5, 1.0):
        articles = read_articles(corpus, share=share)
        project = write_content(ROOT, work / f"ours-{share}", articles)
        sources.write_config(project)
        os.environ["PICTURE_CACHE"] = str(work / f"drawn-{share}")
        cold = run(project, project / "site")
        ours[share] = build(project, project / "site", times)
        sizes[share] = (project / "site" / "law" / LAW / "1" / "index.html").stat().st_size
        say(f"whole law, {len(articles)} articles, ours", ours[share])
    theirs, whole = write_stock(work / "stock", read_articles(corpus)), work / "ours-1.0"
    pages, stock = in_turn(times, lambda: run(whole, whole / "pages", "pages"), lambda: run(theirs, theirs / "site"))
    say("whole law, stock", stock)
    say("whole law, ours, pages alone", pages)
    say_parts(ours[1.0], pages, stock)
    drawn = cold.spent["pictures"]
    print(f"  {'pictures, none drawn before':<44}{drawn:8.2f} s of work  {drawn / stock.work:.2f} of stock")
    five = write_content(ROOT, work / "ours-5", read_articles(corpus, times=5))
    sources.write_config(five)
    # Pictures are measured above; with none kept, five thousand of them would be drawn here again.
    large = run(five, five / "site")
    say("the law five times over, ours, cold", large)
    large_pages = run(five, five / "pages", parts="pages")
    power = math.log(large_pages.work / pages.work) / math.log(5)
    print(f"{'growth of the pages with the articles':<46}{power:8.2f} (exponent; 1 is linear)")
    edit = preview.seconds_to_see_an_edit(work / "ours-1.0", work / "preview-whole")
    print(f"{'whole law, an edit is in the preview after':<46}{edit:8.2f} s (stock builds in {stock.seconds:.2f} s)")
    measure_search(whole / "site", whole / "content_data", "sluzbeno lice", "whole law")
    print(f"{'bytes of one page at a quarter and the whole':<46}{sizes[0.25]:8} {sizes[1.0]}")
    share_pictures.measure(work / "ours-1.0" / "content_data", "whole law")
    check = [
        float(subprocess.check_output(
            [sys.executable, "-c", _CHECK, str(work / "ours-1.0" / "content_data")],
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        ))
        for _ in range(times)
    ]  # fmt: skip
    print(f"{'load, decode and check the whole law':<46}{min(check):8.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a whole law as JSON")
    parser.add_argument("--times", type=int, default=3, help="builds of each kind; the quickest counts")
    options = parser.parse_args()
    with work_folder() as folder:
        work = Path(folder)
        if options.corpus:
            references.measure(options.corpus)
        os.environ["PICTURE_CACHE"] = str(work / "pictures")  # the first build draws, the quickest finds all drawn
        measure_real(options.times, work)
        share_pictures.measure(ROOT / "content_data", "real content")
        measure_guides(work)
        measure_search(work / "real-site", ROOT / "content_data", "licni podaci", "real content")
        stock_search.measure(work)
        if options.corpus:
            measure_law(options.corpus.resolve(), work, options.times)
    if not options.corpus:
        print('Give a whole law with ARGS="--corpus FILE.json" to measure at its size and against stock.')


if __name__ == "__main__":
    main()
