"""Every pair of colours that carries words or meaning, measured by day and by night."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parent.parent / "styles" / "tokens.css"
PACKAGE = TOKENS.parents[2]
SHEETS = sorted([*TOKENS.parent.glob("*.css"), *PACKAGE.glob("map/static/map/*.css")])
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


# The footer has colours of its own, measured above.
MEASURED_ELSEWHERE = {".footer"}


def rules() -> list[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule of our style sheets, but for those of print."""
    sheets = [path for path in SHEETS if path.name not in {"tokens.css", "print.css"}]
    css = "\n".join(re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL) for sheet in sheets)
    return [
        (" ".join(selector.split()), dict(re.findall(r"([\w-]+)\s*:\s*([^;]+);?", body)))
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)
    ]


def token(value: str) -> str:
    """Name of the token that a declaration takes its colour from; empty for none."""
    found = re.search(r"var\(--([a-z-]+)\)", value)
    return found[1] if found and found[1] in colours("light") else ""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_rule_that_sets_words_and_their_ground_can_be_read(mode: str) -> None:
    known = colours(mode)
    pairs = {
        selector: (
            token(body.get("color", "")),
            token(body.get("background", body.get("background-color", ""))),
        )
        for selector, body in rules()
    }
    measured = {
        selector: pair for selector, pair in pairs.items() if all(pair) and selector not in MEASURED_ELSEWHERE
    }

    faint = {
        selector: pair
        for selector, pair in measured.items()
        if contrast(hexadecimal(pair[0], known), hexadecimal(pair[1], known)) < WORDS
    }

    assert len(measured) > 8
    assert faint == {}


def test_every_colour_that_words_are_set_in_is_measured() -> None:
    used = {token(body["color"]) for _selector, body in rules() if "color" in body} - {""}

    assert used <= {front for front, _back, least in PAIRS if least == WORDS}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("under", ["ground", "land", "off"])
def test_a_light_is_seen_on_sea_and_land_by_itself_or_by_its_edge(mode: str, under: str) -> None:
    known = colours(mode)
    below = hexadecimal(under, known)

    seen = [contrast(hexadecimal(part, known), below) for part in ("yellow", "land-edge")]

    assert max(seen) >= SHAPES


def test_no_sheet_has_a_colour_of_its_own_but_footer_print_and_map() -> None:
    own = {
        sheet.name
        for sheet in SHEETS
        if re.search(
            r":[^;{}]*#[0-9A-Fa-f]{3,8}\b",
            re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL),
        )
    }

    assert own <= {"tokens.css", "frame.css", "print.css", "map.css"}
