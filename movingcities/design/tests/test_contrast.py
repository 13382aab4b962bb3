"""Every pair of colours that carries words or meaning, measured by day and by night."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parent.parent / "styles" / "tokens.css"
WORDS = 4.5
SHAPES = 3.0
PAIRS = [
    ("text", "ground", WORDS),
    ("text", "tint", WORDS),
    ("text", "field", WORDS),
    ("soft", "ground", WORDS),
    ("soft", "tint", WORDS),
    ("soft", "field", WORDS),
    ("link", "ground", WORDS),
    ("link", "tint", WORDS),
    ("alert", "ground", WORDS),
    ("ground", "text", WORDS),
    ("on-link", "link", WORDS),
    ("ink", "yellow", WORDS),
    ("white", "sea", WORDS),
    ("white", "red", WORDS),
    ("focus", "ground", SHAPES),
    ("focus", "focus-ring", SHAPES),
    ("yellow", "land", SHAPES),
    ("dim", "land", SHAPES),
]


def colours(mode: str) -> dict[str, str]:
    css = TOKENS.read_text(encoding="utf-8")
    light, dark = css.split("prefers-color-scheme: dark")
    found = dict(re.findall(r"--([a-z-]+): ([^;]+);", light))
    if mode == "dark":
        found |= dict(re.findall(r"--([a-z-]+): ([^;]+);", dark))
    return found


def hexadecimal(name: str, known: dict[str, str]) -> str:
    value = known[name]
    reference = re.fullmatch(r"var\(--([a-z-]+)\)", value)
    return hexadecimal(reference[1], known) if reference else value


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_pair_can_be_read(mode: str, front: str, back: str, least: float) -> None:
    known = colours(mode)

    ratio = contrast(hexadecimal(front, known), hexadecimal(back, known))

    assert ratio >= least, f"{front} on {back}, {mode}: {ratio:.2f}"


def test_black_on_white_measures_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_footer_can_be_read_by_day_and_by_night() -> None:
    frame = (TOKENS.parent / "frame.css").read_text(encoding="utf-8")
    footer = dict(re.findall(r"--([a-z-]+): (#\w+);", frame[frame.index(".footer {") :]))

    for mode in ("light", "dark"):
        foot = hexadecimal("foot", colours(mode))
        assert contrast(footer["text"], foot) >= WORDS
        assert contrast(footer["soft"], foot) >= WORDS
        assert contrast(footer["link"], foot) >= WORDS
