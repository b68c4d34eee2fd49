"""Draws share pictures with Pillow: 1200 × 630, the size that Open Graph readers ask for (https://ogp.me/).

Letters are drawn as coverage on one grey image. Each horizontal band of it has one colour, so that a palette of sixteen
(the paper and five shades of three colours) is enough and no quantiser has to guess.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache, partial
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from legal_site.exports.picture_text import Block, Measure, Setting, row_height, set_text
from legal_site.font import BOLD, REGULAR
from legal_site.view.picture import Picture

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_INNER = WIDTH - 2 * _MARGIN
_PAPER, _INK, _QUIET = "#fffdfa", "#1d1b19", "#5a544e"  # as in card.css: 16.6:1 and 7.4:1
_SHADES = 5
_COMPRESSION = 5
"""More makes a picture 2 % smaller and takes longer than all the rest of the drawing."""
_ACCENT_BAND, _INK_BAND, _QUIET_BAND = range(3)
_INDENTS = {"item": 28, "subitem": 56, "penalty": 28}
_COLOURS = {"penalty": _ACCENT_BAND, "gap": _QUIET_BAND}
_SPACE = re.compile(r"[ \u00a0]")
_CITATION_SIZES = range(60, 28, -2)
_TEXT_SIZES = range(50, 25, -2)
"""The smallest is 11 pixels high where a picture is shown 500 wide."""
_SMALL_SIZES = range(28, 20, -2)
_FOOT_SIZES = range(24, 16, -2)
_BOTTOM = 611
"""Where the last row of the foot may end."""


@lru_cache(maxsize=256)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is in every build of Pillow; the other needs a library that a system may lack.
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65_536)
def _width(path: Path, words: str, size: int) -> float:
    return _font(path, size).getlength(words)


@lru_cache(maxsize=4096)
def _word(path: Path, word: str, size: int) -> tuple[Image.Image, int, int]:
    """A word as coverage, with its left and upper edge from where the pen stands: laws repeat their words."""
    font = _font(path, size)
    left, top, right, bottom = map(int, font.getbbox(word, anchor="ls"))
    image = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(image).text((-left, -top), word, fill=255, font=font, anchor="ls")
    return image, left, top


_regular = partial(_width, REGULAR)
_bold = partial(_width, BOLD)


def draw(picture: Picture) -> bytes:
    """The PNG of a picture. Equal pictures give equal bytes."""
    canvas = _Canvas()
    canvas.fill((0, 0, WIDTH, 16), _ACCENT_BAND)
    host = set_text([Block("", picture.host)], 400, row_height(26), range(26, 18, -2), _regular)
    host_width = _regular(host.rows[0].words, host.size)
    name_width = round(_INNER - host_width - 48)
    name = set_text([Block("", picture.site)], name_width, row_height(28), _SMALL_SIZES, _bold)
    baseline = 74
    canvas.words(name.rows[0].words, _MARGIN, baseline, name.size, BOLD)
    canvas.words(host.rows[0].words, WIDTH - _MARGIN - host_width, baseline, host.size, REGULAR)
    canvas.colour(40, 90, _QUIET_BAND)
    citation = set_text([Block("", picture.citation)], _INNER, row_height(60), _CITATION_SIZES, _bold)
    canvas.setting(citation, 94, BOLD, _ACCENT_BAND)
    foot = _foot(picture)
    line = foot[0][1] - 9
    blocks = [Block(kind, words, _INDENTS.get(kind, 0), kept=kind == "penalty") for kind, words in picture.lines]
    canvas.setting(set_text(blocks, _INNER, line - 204, _TEXT_SIZES, _regular), 192, REGULAR, _INK_BAND)
    canvas.fill((_MARGIN, line, WIDTH - _MARGIN, line + 2), _QUIET_BAND, shade=1)
    for setting, top, path, colour in foot:
        canvas.setting(setting, top, path, colour)
    return canvas.png(picture.accent)


def _foot(picture: Picture) -> list[tuple[Setting, int, Path, int]]:
    """What the words are and of when, each with its upper edge, font and band, set from the bottom upwards.

    Neither is cut for want of a row: the end of a status may be that the original was not found.
    """
    foot: list[tuple[Setting, int, Path, int]] = []
    below = _BOTTOM
    for words, path, measure, colour in (
        (picture.dated, REGULAR, _regular, _QUIET_BAND),
        (picture.status, BOLD, _bold, _INK_BAND),
    ):
        setting = _in_few_rows(words, measure)
        below -= max(setting.rows[-1].top + setting.row_height + 2, 35)
        foot.insert(0, (setting, below, path, colour))
    return foot


def _in_few_rows(words: str, measure: Measure) -> Setting:
    """The words in as few rows as they need at some small size, cut only if four do not suffice."""
    for rows in range(1, 5):
        setting = set_text([Block("", words)], _INNER, rows * row_height(_FOOT_SIZES[0]), _FOOT_SIZES, measure)
        if not setting.cut:
            break
    return setting


class _Canvas:
    """The grey image on which letters are coverage, and the colours of its bands."""

    def __init__(self) -> None:
        self._image = Image.new("L", (WIDTH, HEIGHT))
        self._draw = ImageDraw.Draw(self._image)
        self._bands: list[tuple[int, int, int]] = []

    def colour(self, top: int, bottom: int, band: int) -> None:
        self._bands.append((top, bottom, band))

    def fill(self, box: tuple[int, int, int, int], band: int, shade: int = _SHADES) -> None:
        left, top, right, bottom = box
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=255 * shade // _SHADES)
        self.colour(top, bottom, band)

    def words(self, words: str, x: float, baseline: int, size: int, path: Path) -> None:
        space = _width(path, " ", size)
        for word in _SPACE.split(words):
            image, left, top = _word(path, word, size)
            self._image.paste(255, (round(x) + left, baseline + top), image)
            x += _width(path, word, size) + space

    def setting(self, setting: Setting, top: int, path: Path, colour: int) -> None:
        """Draws rows; a penalty gets a bar beside it, so that not its colour alone tells it from the act."""
        height = setting.row_height
        for row in setting.rows:
            upper = top + row.top
            baseline = upper + round(setting.size * 1.07)
            self.words(row.words, _MARGIN + row.block.indent, baseline, setting.size, path)
            if row.block.kind == "penalty":
                self._draw.rectangle((_MARGIN, upper, _MARGIN + 7, upper + height - 1), fill=255)
            self.colour(upper, upper + height, _COLOURS.get(row.block.kind, colour))

    def png(self, accent: str) -> bytes:
        for top, bottom, band in self._bands:
            box = (0, top, WIDTH, bottom)
            self._image.paste(self._image.crop(box).point(_TABLES[band]), box)
        self._image.putpalette(_palette(accent))
        buffer = io.BytesIO()
        self._image.save(buffer, "PNG", bits=4, compress_level=_COMPRESSION)
        return buffer.getvalue()


def _table(band: int) -> list[int]:
    shades = [round(coverage * _SHADES / 255) for coverage in range(256)]
    return [band * _SHADES + shade if shade else 0 for shade in shades]


_TABLES = [_table(band) for band in range(3)]


@lru_cache(maxsize=8)
def _palette(accent: str) -> bytes:
    """The paper, then the shades of each colour from pale to full."""
    paper = bytes.fromhex(_PAPER[1:])
    palette = bytearray(paper)
    for colour in (accent, _INK, _QUIET):
        full = bytes.fromhex(colour[1:])
        for shade in range(1, _SHADES + 1):
            palette += bytes(round(p + (f - p) * shade / _SHADES) for p, f in zip(paper, full, strict=True))
    return bytes(palette)
