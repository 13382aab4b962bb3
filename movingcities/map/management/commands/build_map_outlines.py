"""Rebuild the static outlines of the map from the committed TopoJSON."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from movingcities.map.country_files import all_measures, build_country
from movingcities.map.frames import COUNTRY_FRAMES
from movingcities.map.outline_files import SCOPE, build_europe, build_fine_europe, build_sheet
from movingcities.map.projection import SHEETS

STATIC = Path(__file__).resolve().parents[2] / "static" / "map"


def built_files() -> Iterator[tuple[Path, str]]:
    """Yield every file of outlines with the text it should have, frames first."""
    yield COUNTRY_FRAMES, frames_text()
    yield STATIC / "europe.svg", build_europe()
    yield STATIC / "europe-fine.svg", build_fine_europe()
    for sheet in SHEETS:
        yield STATIC / f"islands-{sheet.name}.svg", build_sheet(sheet.name)
    for code in sorted(SCOPE):
        yield STATIC / f"country-{code.lower()}.svg", build_country(code)


def frames_text() -> str:
    """Return the frames of all countries, one country a line."""
    rows = (f'"{code}": {json.dumps(measures)}' for code, measures in all_measures().items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


class Command(BaseCommand):
    """`manage.py build_map_outlines [--check]`."""

    help = "Rebuilds the static outlines of the map from data/geography; --check only compares."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer a comparison that writes nothing."""
        parser.add_argument("--check", action="store_true", help="Write nothing; fail if a file differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, or compare, every file."""
        stale = []
        for path, text in built_files():
            if options["check"]:
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    stale.append(path.name)
            else:
                path.write_text(text, encoding="utf-8")
        if stale:
            raise CommandError(
                f"{len(stale)} files differ from a rebuild: {', '.join(stale)}."
                " Run `manage.py build_map_outlines` and commit the result."
            )
        self.stdout.write("All outlines are as built." if options["check"] else "Outlines written.")
