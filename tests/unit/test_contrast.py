"""The contrast of colours is WCAG's, and is asked for on the backgrounds that the style sheets have."""

import re

import pytest

from legal_site.assets import THEME, assets
from legal_site.contrast import BACKGROUNDS, contrast
from legal_site.model.site import Colours

SHEETS = {name: (THEME / "assets" / name).read_text("utf-8") for name in ("site.css", "card.css", "flow.css")}
DARK = "prefers-color-scheme: dark"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#FFFFFF", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#8a1c2b", "#8a1c2b", 1.0),
    ],
)
def test_the_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("name", ["site.css", "card.css"])
@pytest.mark.parametrize("scheme", BACKGROUNDS)
def test_the_backgrounds_are_those_of_the_style_sheets(name, scheme):
    light, _, dark = SHEETS[name].partition(DARK)
    text = light if scheme == "light" else dark
    for variable, colour in BACKGROUNDS[scheme].items():
        found = set(re.findall(rf"--{variable}: (#\w+)", text))
        assert found == {colour} or (name == "card.css" and variable != "paper" and not found)


def test_style_sheets_and_icon_have_the_colours_of_the_site_and_no_accent_of_their_own():
    made = assets(Colours(light="#012345", dark="#fedcba"))
    again = assets(Colours(light="#012346", dark="#fedcba"))
    for name in ("site.css", "card.css"):
        text = made[name].data.decode()
        schemes = re.findall(r"--accent:([^;}]+)", text)
        assert schemes[0] == "#012345" and set(schemes[1:]) == {"#fedcba"}
        assert made[name].address != again[name].address
    assert b'fill="#012345"' in made["icon.svg"].data
    assert not [name for name, asset in made.items() if b"$accent" in asset.data]
