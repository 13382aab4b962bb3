"""Pictures outside a page (share cards): the tokens, flags and fonts of the site in an SVG that stands alone.

A page gives its SVG colours by custom properties and external `<use>`; a picture has no page around it,
so that everything is written out before resvg draws it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import resvg_py
from PIL import Image, ImageFont

HERE = Path(__file__).parent
FLAGS_FILE = HERE / "static" / "design" / "flags.svg"
TOKENS_FILE = HERE / "styles" / "tokens.css"
FONT_FILES = {
    "display": HERE / "picture_fonts" / "commissioner-display.ttf",
    "text": HERE / "picture_fonts" / "commissioner-text.ttf",
}
"""The web fonts of all scripts joined, as docs/how-to/fonts.md says; resvg reads no WOFF2."""

_VARIABLE = re.compile(r"var\(--([a-z-]+)(?:,([^()]*))?\)")
_PRODUCT = re.compile(r"calc\(([\d.]+)\*([\d.]+)px\)")


@lru_cache(maxsize=1)
def colours() -> Mapping[str, str]:
    """The tokens that are colours, by day: {"ink": "#0B1F33", …}."""
    by_day = TOKENS_FILE.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)[0]
    found = dict(re.findall(r"--([a-z-]+): (#[0-9A-Fa-f]{6,8}|var\(--[a-z-]+\));", by_day))
    for name, value in found.items():
        while role := _VARIABLE.fullmatch(value):
            value = found[role[1]]
        found[name] = value
    return found


def written_out(svg: str, values: Mapping[str, str] | None = None) -> str:
    """SVG with every custom property replaced: by `values`, else by the tokens, else by its own default."""
    known = {**colours(), **(values or {})}
    resolved = svg
    # From the inside out: a default may be a property itself.
    while _VARIABLE.search(resolved):
        resolved = _VARIABLE.sub(lambda match: known.get(match[1], match[2] or "none"), resolved)
    return _PRODUCT.sub(lambda match: f"{float(match[1]) * float(match[2]):g}", resolved)


@lru_cache(maxsize=64)
def flag(symbol: str) -> str:
    """What is inside a symbol of the flags' file (`fA`, `n3`), colours written out."""
    file = FLAGS_FILE.read_text(encoding="utf-8")
    found = re.search(rf'<symbol id="{re.escape(symbol)}"[^>]*>(.*?)</symbol>', file, re.DOTALL)
    if found is None:
        raise KeyError(symbol)
    return written_out(found[1]).replace(' vector-effect="non-scaling-stroke"', "")


@lru_cache(maxsize=128)
def _font(cut: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT_FILES[cut], size)


def width_of(text: str, cut: str, size: int) -> float:
    """How many pixels wide a text is in a cut (`display` or `text`) of the picture fonts."""
    return _font(cut, size).getlength(text)


def in_lines(text: str, cut: str, size: int, width: float, most: int) -> list[str]:
    """A text broken at its spaces to a width in pixels; the last line ends with … if words are left.

    A word wider than that is broken where it has to be.
    """
    lines: list[str] = []
    words = text.split()[::-1]
    while words:
        word = words.pop()
        if width_of(word, cut, size) > width:
            end = next(
                end for end in range(len(word), 0, -1) if end == 1 or width_of(word[:end], cut, size) <= width
            )
            if word[end:]:
                words.append(word[end:])
            word = word[:end]
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, cut, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    kept = lines[most - 1].rstrip(" ,;:.–")
    while kept and width_of(f"{kept}…", cut, size) > width:
        kept = kept[:-1].rstrip(" ,;:.–")
    return [*lines[: most - 1], f"{kept}…"]


PALETTE = 255
"""Colours of a picture: flat areas and the steps of their smooth edges need no more; a third of the bytes."""


def png(svg: str, *, width: int) -> bytes:
    """A picture as PNG, `width` pixels wide; only our own fonts are used."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=[str(path) for path in FONT_FILES.values()],
        font_family="Commissioner Text",
    )
    with Image.open(io.BytesIO(bytes(drawn))) as picture:
        reduced = picture.convert("RGB").quantize(
            PALETTE, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    written = io.BytesIO()
    reduced.save(written, "PNG", optimize=True)
    return written.getvalue()
