"""Wiring only: tells MkDocs when, never how.

MkDocs builds the prose of `docs/` in each version; every other page is written after it (decisions/0013).
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs_static_i18n.config import I18nPluginLanguage

from legal_site import permalink
from legal_site.aside import aside_of, put_in_place
from legal_site.checked import checked_site
from legal_site.document import document
from legal_site.integrity import read_integrity
from legal_site.markup import with_page_links
from legal_site.offline import write_offline
from legal_site.permanence import missing_files
from legal_site.preview_folder import empty
from legal_site.problems import ContentError
from legal_site.prose import divided, prose_text, prose_titles
from legal_site.published import REGISTER
from legal_site.render import THEME
from legal_site.script import to_latin_html
from legal_site.site import Site
from legal_site.write import write_behind, write_moved, write_packed, write_pages, write_site

_site: Site | None = None
_end_writing: Callable[[], None] = lambda: None  # noqa: E731
_previewing = False
_empties = False
"""Whether the preview's folder is emptied before each build, as MkDocs does without `--dirty`."""
_shown = Path()
"""Where the site is shown; it is built beside it."""
_log = logging.getLogger("mkdocs.hooks.legal_site")


def on_startup(command: str, dirty: bool) -> None:
    """Tells a preview from a build, and one of all pages from one of the edited ones."""
    global _previewing, _empties
    _previewing = command == "serve"
    _empties = _previewing and not dirty


def on_shutdown() -> None:
    """Ends what a preview still writes, before MkDocs removes its folder."""
    _end_writing()


def _content_folder(config: MkDocsConfig) -> Path:
    folder = config.extra.get("content", "content_data")
    return Path(config.config_file_path).parent / str(folder)


def _building(config: MkDocsConfig) -> bool:
    """Whether this is the build of a later version, run inside that of the first."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks the content before MkDocs empties the site's folder: a mistake leaves it whole."""
    global _site, _shown
    if not _building(config):
        _end_writing()
        # Nothing that a build makes is garbage before its end: looking for some took a third of a rebuild.
        gc.disable()
        try:
            folders, before = (_content_folder(config), Path(config.docs_dir)), _site if _previewing else None
            _site = checked_site(*folders, os.environ.get("SITE_URL"), before, keeps=_previewing)
            _check_texts(_site, _content_folder(config))
        except ContentError as error:
            gc.enable()
            raise PluginError(str(error)) from None
        _configure(config, _site)
        if not _previewing:
            _shown = Path(config.site_dir)
            config.site_dir = str(aside_of(_shown))
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Empties the folder of a preview quickly, just before MkDocs would."""
    if _empties and not _building(config):
        empty(Path(config.site_dir))


def _check_texts(site: Site, folder: Path) -> None:
    """Refuses an official text that was changed in silence; a preview shows it and says that a build will not."""
    try:
        read_integrity(site.content, folder, site.permanence.addresses)
    except ContentError as error:
        if not _previewing:
            raise
        for problem in error.problems:
            _log.info("A build will refuse this: %s", problem)


def _configure(config: MkDocsConfig, site: Site) -> None:
    info = site.content.site
    config.site_name = info.name[info.versions[0].locale]
    config.site_url = info.address
    languages = []
    for index, version in enumerate(info.versions):
        language = I18nPluginLanguage()
        reader = site.reader(version.locale, "/")
        language.load_dict(
            {
                "locale": version.locale,
                "name": version.name,
                "default": index == 0,
                "site_name": reader.text(info.name),
            }
        )
        failed, _ = language.validate()
        if failed:
            raise PluginError(f"site.yml: versions[{index}]: {failed[0][1]}")
        languages.append(language)
    i18n = config.plugins["i18n"]
    i18n.config.languages = languages  # type: ignore[attr-defined]
    i18n.current_language = None  # type: ignore[attr-defined]
    # The site's own are exports: they know all versions and all pages.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    # No page has a template of Material's (decisions/0004), and MkDocs lists its 14,000 icons once for each version.
    config.theme.dirs = [str(THEME)]
    watched = (_content_folder(config), THEME)
    config.watch.extend(str(path) for path in watched if str(path) not in config.watch)


def _address_of(file: File, locale: str) -> str:
    """The address of a page without its version's prefix."""
    return permalink.prose(file.src_uri.removeprefix(f"{locale}/"))


@event_priority(0)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Adds the prose of the versions that are made from another; takes out the theme's files: we write them."""
    assert _site is not None
    for file in list(files):
        if file.src_uri.startswith("assets/"):
            files.remove(file)
    known = [file.src_uri for file in files.documentation_pages()]
    for version in _site.content.site.versions:
        for uri in known:
            source, _, name = uri.partition("/")
            if version.made_from == source:
                made = f"{version.locale}/{name}"
                files.append(File(made, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """Gives each file of prose its text in its version, once static-i18n has made its own file of it."""
    assert _site is not None
    locale = str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]
    version = _site.version(locale)
    for file in files.documentation_pages():
        address = _address_of(file, locale)
        source = Path(config.docs_dir) / version.written / file.src_uri.partition("/")[2]
        text = prose_text(source.read_text("utf-8-sig"), _site.reader(locale, address))
        _site.prose_texts[locale, address] = text
        # MkDocs takes 12:30 in the front matter for a number, and prints what it cannot read. After an empty line it
        # looks for none.
        file.content_string = "\n" + divided(text)[1]
    return files


on_files = CombinedEvent(_announce, _fill)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Names some page as home: the real one is none of MkDocs'. static-i18n would warn, which ends a strict build."""
    nav.homepage = next(iter(nav.pages), None)
    return nav


def _reader(page: Page, config: MkDocsConfig) -> Any:
    assert _site is not None
    locale = str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]
    return _site.reader(locale, _address_of(page.file, locale))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The prose with its links and script in its version."""
    reader = _reader(page, config)
    html = with_page_links(html, reader.link)
    return to_latin_html(html) if reader.version.made_from else html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The whole document: the same layout as that of the pages made from the content."""
    assert _site is not None
    reader = _reader(page, config)
    title, description = prose_titles(_site.prose_texts[reader.version.locale, reader.address], reader)
    context["document"] = document(_site, reader, title, description, page.content or "", str(config.site_url))
    return context


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Writes, once after the last version, the pages made from the content and all other files."""
    global _end_writing
    if _site is None or _building(config):
        return
    folder, site_url = Path(config.site_dir), str(config.site_url)
    if _previewing:
        write_pages(_site, folder, site_url)
        gc.enable()
        _end_writing = write_behind(_site, folder, site_url)
        return
    write_site(_site, folder, site_url)
    write_offline(folder, site_url)
    gc.enable()
    missing = missing_files(_site.permanence, folder, f"{_content_folder(config).name}/{REGISTER}")
    if missing:
        raise PluginError("\n".join(map(str, missing)))
    write_moved(_site, folder)
    write_packed(folder)
    if _is_refused(config):
        return
    try:
        put_in_place(_shown)
    except OSError as error:
        raise PluginError(f"{_shown} could not be replaced ({error.strerror}): the new site lies in {folder}") from None


def _is_refused(config: MkDocsConfig) -> bool:
    """Whether MkDocs is going to end a strict build because of warnings: the former site stays then."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return config.strict and any(counter.counts for counter in counters)
