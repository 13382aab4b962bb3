"""Cuts the web fonts: only the letters we print, only the two styles we set.

Run by hand when names with new letters arrive; the recipe is docs/how-to/fonts.md.

    python -m movingcities.design.font_subset collect data        writes font_letters.txt
    python -m movingcities.design.font_subset cut FULL_FONTS      writes static/design/fonts/*.woff2
                                                                  and, joined, picture_fonts/*.ttf

Needs fontTools and brotli (development dependencies); the site itself does not.
"""

import argparse
import csv
import gzip
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
LETTERS_FILE = HERE / "font_letters.txt"
FONTS_DIRECTORY = HERE / "static" / "design" / "fonts"
PICTURE_FONTS_DIRECTORY = HERE / "picture_fonts"
# Two fixed cuts are a quarter smaller than one variable file, and text never needs a third.
CUTS = {
    "text": {"wght": 400, "FLAR": 0},
    "display": {"wght": 800, "FLAR": 100},
}

# Alphabets of the seven languages and of the Cyrillic names, beyond what the dataset happens to contain.
ALPHABETS = (
    "ÄÖÜẞäöüß"  # German
    "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ"  # French
    "ÁÉÍÑÓÚÜáéíñóúü¿¡ªº"  # Spanish
    "ÀÈÉÌÒÓÙàèéìòóù"  # Italian
    "ĄĆĘŁŃÓŚŹŻąćęłńóśźż"  # Polish
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"  # Greek, one accent
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"  # Bulgarian and what all share
    "ЀЍѐѝЁЎёў"  # Bulgarian and Macedonian accents, Belarusian
    "ҐЄІЇґєії"  # Ukrainian
    "ЂЈЉЊЋЏђјљњћџЃЅЌѓѕќ"  # Serbian, Macedonian
)
PUNCTUATION = "‐‑–—‘’‚‛“”„‟†‡•…‰′″‹›⁄€™−·«»№→←↑↓×÷°©®§¶\u00a0\u202f\u2009\ufeff\ufffd"
ASCII = "".join(chr(code) for code in range(0x20, 0x7F))
LATIN_1 = "".join(chr(code) for code in range(0xA0, 0x100))

# Which file holds which letters; a letter of no file takes the reader's own font (Georgian, Armenian …).
LATIN_EXTENDED = re.compile("[\u0100-\u02af\u0300-\u036f\u1e00-\u1eff]")
GREEK = re.compile("[\u0370-\u03ff]")
CYRILLIC = re.compile("[\u0400-\u052f]")


def letters_in_data(data: Path) -> set[str]:
    """Every character the dataset can print: names of the gazetteer and all texts under `data`."""
    return set().union(*(set(text) for text in printed_texts(data)))


def printed_texts(data: Path) -> Iterator[str]:
    """Texts of the dataset that reach a page; spellings only used for searching are not among them."""
    for path in sorted([*data.rglob("*.yaml"), *data.glob("*.csv")]):
        yield path.read_text(encoding="utf-8")
    for path in sorted(data.rglob("gazetteer.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row["name"]


def letters_by_script(letters: Iterable[str]) -> dict[str, set[str]]:
    """Letters sorted into the font file that holds them: latin, latin-ext, greek, cyrillic."""
    chosen = set(letters) | set(ALPHABETS)
    return {
        "latin": set(ASCII) | set(LATIN_1) | set(PUNCTUATION) | (chosen & set("Œœı")),
        "latin-ext": {letter for letter in chosen if LATIN_EXTENDED.match(letter)} - set("Œœı"),
        "greek": {letter for letter in chosen if GREEK.match(letter)},
        "cyrillic": {letter for letter in chosen if CYRILLIC.match(letter)},
    }


def write_letters(data: Path) -> None:
    """Write the letters, one font file a line, so that a cut can be repeated without the data."""
    lines = [
        f"{script} " + " ".join(f"{ord(letter):04X}" for letter in sorted(letters))
        for script, letters in letters_by_script(letters_in_data(data)).items()
    ]
    LETTERS_FILE.write_text("\n".join(lines) + "\n", encoding="ascii")


def read_letters() -> dict[str, list[int]]:
    """Code points per font file, as committed."""
    lines = LETTERS_FILE.read_text(encoding="ascii").splitlines()
    return {script: [int(code, 16) for code in codes] for script, *codes in map(str.split, lines)}


def unicode_range(code_points: Iterable[int]) -> str:
    """CSS `unicode-range` that names exactly these code points."""
    ranges: list[list[int]] = []
    for code in sorted(code_points):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ", ".join(
        f"U+{first:04X}" if first == last else f"U+{first:04X}-{last:04X}" for first, last in ranges
    )


def cut_fonts(full_fonts: Path) -> None:
    """Cut each full font to the committed letters and the two styles; print bytes and unicode-range."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    for script, code_points in read_letters().items():
        source = full_fonts / f"commissioner-{script}.woff2"
        sys.stdout.write(f"{source.name}: {source.stat().st_size} bytes before\n")
        for cut, position in CUTS.items():
            options = subset.Options()
            options.flavor = "woff2"
            options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "calt", "tnum", "rvrn"]
            options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
            options.hinting = False
            options.notdef_outline = True
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=code_points)
            font = TTFont(source)
            subsetter.subset(font)
            font = instancer.instantiateVariableFont(font, position)
            target = FONTS_DIRECTORY / f"commissioner-{script}-{cut}.woff2"
            subset.save_font(font, str(target), options)
            sys.stdout.write(f"  {target.name}: {target.stat().st_size} bytes\n")
        sys.stdout.write(f"  unicode-range: {unicode_range(font.getBestCmap())}\n")


def join_fonts() -> None:
    """Write the files of all scripts as one TrueType font a cut, for pictures drawn on the server."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    for cut in CUTS:
        with tempfile.TemporaryDirectory() as directory:
            parts = []
            for script in read_letters():
                font = TTFont(FONTS_DIRECTORY / f"commissioner-{script}-{cut}.woff2")
                font.flavor = None
                parts.append(f"{directory}/{script}.ttf")
                font.save(parts[-1])
            joined = Merger().merge(parts)
        # A family of its own for each cut: a renderer need not guess between weights.
        family = f"Commissioner {cut.title()}"
        names = joined["name"]
        for identifier, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", "-"))):
            names.setName(text, identifier, 3, 1, 0x409)
        for identifier in (16, 17, 21, 22, 25):
            names.removeNames(nameID=identifier)
        joined["OS/2"].usWeightClass = 400
        joined.save(PICTURE_FONTS_DIRECTORY / f"commissioner-{cut}.ttf")


def main(arguments: list[str]) -> None:
    """Run one step of the recipe."""
    parser = argparse.ArgumentParser(description="Cuts the web fonts (docs/how-to/fonts.md).")
    parser.add_argument("step", choices=["collect", "cut"])
    parser.add_argument("directory", type=Path, help="the dataset (collect) or the full fonts (cut)")
    chosen = parser.parse_args(arguments)
    if chosen.step == "collect":
        write_letters(chosen.directory)
    else:
        cut_fonts(chosen.directory)
        join_fonts()


if __name__ == "__main__":
    main(sys.argv[1:])
