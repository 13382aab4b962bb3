"""Styles speak of start and end, not of left and right: a page turns round with its language."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2]
JOINED = PACKAGE / "design/static/design/moving-cities.css"
SHEETS = sorted({*PACKAGE.glob("design/styles/*.css"), *PACKAGE.glob("*/static/**/*.css")} - {JOINED})
# Where left is meant, such as on a map, whose west is on the left in every language.
MEANT = "/* physical:"
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
FOUR_SIDES = re.compile(
    r"(?<![\w-])(?:margin|padding|inset|border-width|border-style|border-color|scroll-padding|scroll-margin)\s*:"
    r"\s*([^;{}]+)"
)


def sides_that_differ(line: str) -> bool:
    """Whether a shorthand of four sides gives left and right different values."""
    found = FOUR_SIDES.search(line)
    values = re.findall(r"(?:\([^()]*(?:\([^()]*\))?[^()]*\)|[^\s()])+", found[1]) if found else []
    return len(values) == 4 and values[1] != values[3]


def physical(css: str) -> list[str]:
    return [
        line.strip()
        for line in re.sub(r"([;{}])", r"\1\n", css).splitlines()
        if MEANT not in line and (PHYSICAL.search(line) or sides_that_differ(line))
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_sheet_speaks_of_left_and_right(sheet):
    assert physical(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "p { margin-left: 1rem; }",
        "p { text-align: right; }",
        "p { float:left }",
        "p { inset: 1rem auto auto 1rem; }",
        "p { padding: 0 1rem 0 calc(2rem + var(--x)); }",
        "p { position: absolute; right: 0; }",
        "p { border-left: 1px solid; }",
    ],
)
def test_left_and_right_are_found(css):
    assert len(physical(css)) == 1


def test_start_end_and_what_is_meant_are_left_alone():
    css = """
    p { margin-inline-start: 1rem; text-align: start; padding: 1px 2px 3px 2px; margin: 0 auto; }
    p { left: 0; /* physical: west */ }
    """

    assert physical(css.replace("; /*", " /*")) == []
