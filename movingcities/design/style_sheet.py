"""Joins the style sheets of `styles/` into the one file a page loads.

    python -m movingcities.design.style_sheet

Small files would each block the first paint and compress a third worse. A test fails if the joined
file is older than its sources.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
# The order is that of the cascade layers.
SOURCES = (
    "tokens",
    "foundation",
    "layout",
    "heads",
    "frame",
    "forms",
    "flags",
    "components",
    "records",
    "years",
    "pages",
    "print",
)
TARGET = HERE / "static" / "design" / "moving-cities.css"


def joined() -> str:
    """All sources in order, without comments and indentation, one rule a line."""
    return (
        "\n".join(squeezed((HERE / "styles" / f"{name}.css").read_text("utf-8")) for name in SOURCES) + "\n"
    )


def squeezed(css: str) -> str:
    """The rules without comments, indentation and last semicolons."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = css.replace(";}", "}")
    css = re.sub(r"(?<=[\w-]): ", ":", css)
    return re.sub(r"(?<=})(?=[^}])", "\n", css).strip()


if __name__ == "__main__":
    TARGET.write_text(joined(), encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")
