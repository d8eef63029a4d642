"""The palette as those see it who see fewer colours: stances stay apart from each other, from the ink and from the paper, in light and dark; and shapes tell them without any."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from onrecord.showing.templating import STATIC, environment

TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
STANCES = ("affirms", "denies", "doubts", "possible", "predicts", "declines", "retracts")
SEEN = {  # Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
    "all colours": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])  # sRGB, D65
FEWEST = 12
"""CIE 1976 differences under which small marks are taken for each other."""


def palette(theme: str) -> dict[str, np.ndarray]:
    block = TOKENS[TOKENS.index('[data-theme="dark"] {') :] if theme == "dark" else TOKENS[: TOKENS.index("@media")]
    return {name: np.array([int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)]) for name, value in re.findall(r"--([a-z]+): #([0-9a-f]{6})", block)}


def lab(colour: np.ndarray, seen: np.ndarray) -> np.ndarray:
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    xyz = XYZ @ np.clip(seen @ linear, 0, 1) / (XYZ @ np.ones(3))
    cubed = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * cubed[1] - 16, 500 * (cubed[0] - cubed[1]), 200 * (cubed[1] - cubed[2])])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("seen", SEEN)
def test_meaning_is_told_apart_by_whoever_looks(seen: str, theme: str) -> None:
    colours = {name: lab(value, SEEN[seen]) for name, value in palette(theme).items()}
    for one, other in combinations(("affirm", "deny", "maybe"), 2):
        assert np.linalg.norm(colours[one] - colours[other]) > FEWEST, (one, other)
    for one in ("affirm", "deny", "maybe", "soft", "link"):
        assert np.linalg.norm(colours[one] - colours["paper"]) > 40, one


def test_each_stance_has_a_shape_of_its_own() -> None:
    made = environment()
    chart = made.from_string("{% import 'macros/drawn.html' as drawn %}{{ drawn.glyph(what, 0, 0) }}")
    small = made.from_string("{% import 'macros/words.html' as words %}{{ words.mark(what) }}")
    for template in (chart, small):
        shapes = {re.sub(r'class="mark mark-[a-z]+"', "", template.render(what=stance)).strip() for stance in STANCES}
        assert len(shapes) == len(STANCES)
        assert all("<circle" in shape or "<path" in shape or "<rect" in shape for shape in shapes)
