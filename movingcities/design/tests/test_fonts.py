"""The fonts hold the letters of our languages, and a page asks for the file that holds them."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from movingcities.design.font_subset import ALPHABETS, CUTS, FONTS_DIRECTORY, read_letters, unicode_range
from movingcities.design.templatetags.fonts import fonts_to_preload

TOKENS = Path(__file__).parent.parent / "styles" / "tokens.css"
TTFont = pytest.importorskip("fontTools.ttLib").TTFont


def held(script: str, cut: str) -> set[int]:
    with TTFont(FONTS_DIRECTORY / f"commissioner-{script}-{cut}.woff2") as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("cut", CUTS)
def test_every_letter_of_the_seven_languages_and_of_cyrillic_names_is_drawn_in_our_own_face(cut: str) -> None:
    held_anywhere = set().union(*(held(script, cut) for script in read_letters()))

    missing = [letter for letter in "".join(ALPHABETS) if ord(letter) not in held_anywhere]

    assert missing == []


@pytest.mark.parametrize("script", read_letters())
@pytest.mark.parametrize("cut", CUTS)
def test_style_sheet_asks_for_a_font_exactly_for_the_letters_it_holds(script: str, cut: str) -> None:
    css = TOKENS.read_text(encoding="utf-8")
    face = css[css.index(f"commissioner-{script}-{cut}.woff2") :]

    written = re.sub(r"\s+", " ", re.search(r"unicode-range:\s*([^;]+);", face)[1])

    assert written == unicode_range(held(script, cut))


def test_no_letter_is_in_two_files() -> None:
    scripts = list(read_letters())

    shared = [
        (one, other)
        for position, one in enumerate(scripts)
        for other in scripts[position + 1 :]
        if held(one, "text") & held(other, "text")
    ]

    assert shared == []


@pytest.mark.parametrize(
    ("script", "kilobytes"), [("latin", 32), ("latin-ext", 13), ("greek", 14), ("cyrillic", 21)]
)
def test_both_cuts_of_a_script_stay_small(script: str, kilobytes: int) -> None:
    both = [FONTS_DIRECTORY / f"commissioner-{script}-{cut}.woff2" for cut in CUTS]

    assert sum(path.stat().st_size for path in both) < kilobytes * 1024


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("en", ["latin"]),
        ("de", ["latin"]),
        ("pl", ["latin", "latin-ext"]),
        ("el", ["greek", "latin"]),
        ("bg", ["cyrillic", "latin"]),
        ("ar", ["latin"]),
    ],
)
def test_a_page_preloads_the_scripts_its_language_is_written_in(language: str, scripts: list[str]) -> None:
    with override(language):
        names = fonts_to_preload()

    assert names == [f"design/fonts/commissioner-{script}-{cut}.woff2" for script in scripts for cut in CUTS]
    assert all((FONTS_DIRECTORY.parents[1] / name).exists() for name in names)


def test_licence_lies_beside_the_fonts() -> None:
    licence = (FONTS_DIRECTORY / "OFL.txt").read_text(encoding="utf-8")

    assert licence.startswith("Copyright 2019 The Commissioner Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_neighbouring_code_points_become_one_range() -> None:
    assert unicode_range([0x41, 0x42, 0x43, 0xC5]) == "U+0041-0043, U+00C5"
