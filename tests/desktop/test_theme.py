"""One set of values for the whole design: readable, complete, the same everywhere."""

from __future__ import annotations

import re
from string import Template

import pytest

from inara_desktop.theme import PAIRS, Colors, Metrics, Theme
from inara_resources import style_sheet


def luminance(color: str) -> float:
    """WCAG 2.2, relative luminance of #rrggbb."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_of_colours_in_use_can_be_read(scheme: str, ink: str, ground: str, least: float) -> None:
    colors = Theme.of("dark" if scheme == "dark" else "light").colors
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= least


def test_every_colour_is_judged_or_known_to_carry_no_meaning_of_its_own() -> None:
    judged = {color for ink, ground, _ in PAIRS for color in (ink, ground)}
    decoration = {"border", "border_strong", "scroll", "scroll_hover"}  # what they frame is told by other means, too
    unusable = {"faint"}  # what can't be used now: exempt by WCAG
    assert set(Colors._fields) == judged | decoration | unusable


def test_what_the_style_sheet_puts_on_each_other_is_judged() -> None:
    judged = {frozenset((ink, ground)) for ink, ground, _ in PAIRS}
    for rule in re.findall(r"\{([^}]*)\}", style_sheet()):
        inks = re.findall(r"^\s*color: \$(\w+)", rule, re.MULTILINE)
        grounds = re.findall(r"^\s*background: \$(\w+)", rule, re.MULTILINE)
        for ink, ground in zip(inks, grounds, strict=False):
            assert ink == "faint" or frozenset((ink, ground)) in judged, (ink, ground)


def test_no_colour_and_length_share_a_name() -> None:
    """A style sheet would get one for the other."""
    assert not set(Colors._fields) & set(Metrics._fields)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_names_only_what_the_theme_has(scheme: str) -> None:
    theme = Theme.of("dark" if scheme == "dark" else "light")
    assert "$" not in Template(style_sheet()).substitute(theme.tokens())


def test_lengths_keep_to_the_grid() -> None:
    metrics = Metrics()
    assert all(getattr(metrics, name) % 4 == 0 for name in Metrics._fields if name.startswith("gap"))
