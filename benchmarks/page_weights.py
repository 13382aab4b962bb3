"""What a first visit to each type of page costs in bytes: `python -m benchmarks.page_weights --base URL`.

A browser with an empty cache asks the running site (`./run`, which compresses as in production) and counts
what comes over the wire, headers included. Ends with 1 if a page is heavier than the bound.
"""

from __future__ import annotations

import argparse
import shutil
import sys

from playwright.sync_api import sync_playwright

from scripts.first_visit import (
    COLUMNS,
    MOST_BYTES,
    MOST_BYTES_OF_SCRIPTS,
    MOST_BYTES_WITH_LIVE_MAP,
    Weight,
    weigh,
)
from scripts.page_types import PAGE_TYPES

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def is_too_heavy(weight: Weight) -> bool:
    """Whether a visit passes a bound; a page whose map is alive may weigh more."""
    most = MOST_BYTES_WITH_LIVE_MAP if weight.bytes_of["scripts"] else MOST_BYTES
    return weight.total > most or weight.bytes_of["scripts"] > MOST_BYTES_OF_SCRIPTS


def say(*cells: str) -> None:
    """Write a row of the table."""
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def main() -> int:
    """Weigh every type of page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running site")
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    root = f"{options.base.rstrip('/')}/{options.language}/"
    say("page", *COLUMNS, "all, KB", "requests")
    say("---", *("---:" for _column in COLUMNS), "---:", "---:")
    heavy = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, path in PAGE_TYPES.items():
            weight = weigh(browser, root + path)
            heavy += [name] if is_too_heavy(weight) else []
            cells = [f"{weight.bytes_of[column] / 1000:.1f}" for column in COLUMNS]
            say(name, *cells, f"{weight.total / 1000:.1f}", str(len(weight.addresses)))
        browser.close()
    if heavy:
        sys.stdout.write(f"Too heavy: {', '.join(heavy)}\n")
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
