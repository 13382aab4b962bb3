"""The one style sheet of a page."""

import gzip
import re

import pytest

from movingcities.design.style_sheet import HERE, SOURCES, TARGET, joined


def test_joined_style_sheet_is_as_new_as_its_sources() -> None:
    assert TARGET.read_text(encoding="utf-8") == joined(), "Run python -m movingcities.design.style_sheet."


def test_style_sheet_stays_under_ten_and_a_half_kilobytes_compressed() -> None:
    assert len(gzip.compress(TARGET.read_bytes(), 9)) < 10.5 * 1024


@pytest.mark.parametrize("name", SOURCES)
def test_colours_come_from_the_tokens(name: str) -> None:
    css = (HERE / "styles" / f"{name}.css").read_text(encoding="utf-8")
    outside_properties = re.sub(r"--[a-z-]+: #\w+;", "", css)

    # Paper is black on white whatever the tokens say.
    literal = [] if name in ("tokens", "print") else re.findall(r"#[0-9A-Fa-f]{3,8}\b", outside_properties)

    assert literal == []


def test_sources_are_all_joined() -> None:
    assert {path.stem for path in (HERE / "styles").glob("*.css")} == set(SOURCES)
