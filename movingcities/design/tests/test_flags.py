"""The flags say what the International Code of Signals says."""

import re
from pathlib import Path
from string import ascii_uppercase
from xml.etree import ElementTree

import pytest

from movingcities.design.hoist import CODE_WORDS, flown, spelled

FLAGS = Path(__file__).parent.parent / "static" / "design" / "flags.svg"
SVG = "{http://www.w3.org/2000/svg}"
# Colours of each flag in the Code (white, blue, red, yellow, black).
COLOURS = {
    "A": "wb", "B": "r", "C": "bwr", "D": "yb", "E": "br", "F": "wr", "G": "yb", "H": "wr", "I": "yk",
    "J": "bw", "K": "yb", "L": "yk", "M": "bw", "N": "bw", "O": "ry", "P": "bw", "Q": "y", "R": "ry",
    "S": "wb", "T": "rwb", "U": "rw", "V": "wr", "W": "bwr", "X": "wb", "Y": "yr", "Z": "kybr",
}  # fmt: skip
PENNANT_COLOURS = {
    "0": "yr", "1": "wr", "2": "bw", "3": "rwb", "4": "rw", "5": "yb",
    "6": "kw", "7": "yr", "8": "wr", "9": "wkry",
}  # fmt: skip
SHORT = {"white": "w", "blue": "b", "red": "r", "yellow": "y", "black": "k"}


def symbols() -> dict[str, ElementTree.Element]:
    return {symbol.attrib["id"]: symbol for symbol in ElementTree.parse(FLAGS).getroot().iter(f"{SVG}symbol")}


def shapes(name: str) -> list[tuple[str, ElementTree.Element]]:
    """Filled shapes of a flag in drawing order, each with its colour."""
    return [
        (SHORT[colour[1]], shape)
        for shape in symbols()[name]
        if (colour := re.match(r"var\(--flag-(\w+),", shape.get("fill", "")))
    ]


def test_there_is_a_flag_for_each_letter_and_a_pennant_for_each_digit() -> None:
    expected = {f"f{letter}" for letter in ascii_uppercase} | {f"n{digit}" for digit in range(10)} | {"nA"}

    assert set(symbols()) == expected


@pytest.mark.parametrize(("letter", "colours"), COLOURS.items())
def test_letter_shows_the_colours_of_the_code(letter: str, colours: str) -> None:
    assert {colour for colour, _shape in shapes(f"f{letter}")} == set(colours)


@pytest.mark.parametrize(("digit", "colours"), PENNANT_COLOURS.items())
def test_pennant_shows_the_colours_of_the_code(digit: str, colours: str) -> None:
    assert {colour for colour, _shape in shapes(f"n{digit}")} == set(colours)


@pytest.mark.parametrize("letter", ["A", "B"])
def test_alfa_and_bravo_are_swallow_tailed(letter: str) -> None:
    edge = symbols()[f"f{letter}"][-1].attrib["d"]

    assert edge == "M0 0h60L46 30 60 60H0z"


def test_oscar_is_red_at_the_upper_fly_and_yellow_at_the_lower_hoist() -> None:
    assert [(colour, shape.get("d")) for colour, shape in shapes("fO")] == [
        ("r", "M0 0h60v60z"),
        ("y", "M0 0v60h60z"),
    ]


def test_lima_is_yellow_at_the_upper_hoist() -> None:
    assert [(colour, shape.get("d")) for colour, shape in shapes("fL")][1] == ("k", "M30 0h30v30H0v30h30z")


def test_uniform_is_red_at_the_upper_hoist() -> None:
    assert [(colour, shape.get("d")) for colour, shape in shapes("fU")][1] == ("r", "M0 0h30v60h30V30H0z")


def test_zulu_is_black_at_the_hoist_and_blue_at_the_fly() -> None:
    drawn = {shape.get("d"): colour for colour, shape in shapes("fZ")}

    assert drawn["M0 60V0l30 30z"] == "k"
    assert drawn["M60 0v60L30 30z"] == "b"


def test_yankee_has_ten_stripes_and_begins_yellow() -> None:
    (first, ground), (second, stripes) = shapes("fY")

    assert (first, second) == ("y", "r")
    assert ground.get("d") == "M0 0h60v60H0z"
    assert stripes.get("d", "").count("M") == 5


def test_november_has_eight_blue_squares_and_begins_blue() -> None:
    squares = shapes("fN")[1][1].get("d", "")

    assert squares.startswith("M0 0h15")
    assert squares.count("M") == 8


def test_tango_and_pennant_three_run_red_white_blue_from_the_hoist() -> None:
    assert "".join(colour for colour, _shape in shapes("fT")) == "rwb"
    assert "".join(colour for colour, _shape in shapes("n3")) == "rwb"


def test_answering_pennant_has_five_stripes_between_red_ends() -> None:
    assert "".join(colour for colour, _shape in shapes("nA")) == "rwrwr"


def test_every_letter_has_a_code_word_that_begins_with_it() -> None:
    assert list(CODE_WORDS) == list(ascii_uppercase)
    assert all(word.startswith(letter) for letter, word in CODE_WORDS.items())


def test_potsdam_is_spelled_papa_oscar_tango() -> None:
    assert spelled("POT") == ("Papa", "Oscar", "Tango")


def test_letters_without_a_flag_are_not_flown() -> None:
    assert flown("Å1b-") == "B"
