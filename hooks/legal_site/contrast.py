"""How well a colour of text stands out from the one behind it (WCAG 2.2, “contrast ratio”)."""

from __future__ import annotations

LEAST = 4.5
"""Of text of any size: success criterion 1.4.3, level AA."""

BACKGROUNDS = {
    "light": {"paper": "#fffdfa", "sheet": "#f5f0e9", "mark": "#fff1c9"},
    "dark": {"paper": "#171513", "sheet": "#221f1c", "mark": "#33290c"},
}
"""By scheme what text in the accent stands on: the variables of `theme/assets/site.css`, as a test compares."""


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white); colours as `#8a1c2b`, in any order."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
