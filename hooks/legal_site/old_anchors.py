"""The anchors of a page that moved, on every kind of page: generated, hand-written, or of a dated wording."""

from __future__ import annotations

from legal_site.site import Site
from legal_site.view.reader import Reader


def with_old_anchors(site: Site, reader: Reader, document: str) -> str:
    """The HTML of the whole page the reader is on, in which each anchor that moved leads to where it stands now.

    What moved on its page gets its old id before the new place. What stands on another page now leaves a link at the
    end, which a script follows for who comes with the old anchor.
    """
    away = []
    for old, new in site.permanence.moved_anchors(reader.address).items():
        page, _, anchor = new.partition("#")
        before, found, after = document.partition(f' id="{anchor}"') if page == reader.address else (document, "", "")
        if found:
            rest, end, after = after.partition(">")
            document = f'{before}{found}{rest}{end}<span id="{old}"></span>{after}'
        else:
            away.append((old, reader.link(new)))
    if not away:
        return document
    before, end, after = document.rpartition("</main>")
    return f"{before}{site.render('moved_anchors.html', {'r': reader, 'anchors': away})}{end}{after}"
