"""What a first visit to each type of page costs in bytes: `python -m benchmarks.page_weights --base URL`.

A browser with an empty cache asks the running site (`./run`, which compresses as in production) and counts
what comes over the wire, headers included. Ends with 1 if a page is heavier than the bound.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter

from playwright.sync_api import Browser, sync_playwright

# DESIGN.md, section 8: any page with the drawn map of Europe, first visit, compressed, fonts included.
MOST_BYTES = 120_000
KINDS = {"text/html": "page", "text/css": "styles", "font/woff2": "fonts", "image/svg+xml": "drawings"}
PAGES = (
    "", "places/", "places/?country=IT", "places/?country=DE&network=eccar", "places/?scope=all",
    "places/de/potsdam/", "places/it/palermo/", "places/gr/athina/", "places/de/quedlinburg/", "networks/",
    "networks/eccar/", "approaches/", "approaches/utrecht-bed-bath-bread-guidance/", "decisions/",
    "decisions/at-salzburg-2021-12-15/", "countries/", "countries/it/", "topics/",
    "topics/reception-and-housing/", "sources/", "about-the-data/", "search/?q=sea+rescue",
)  # fmt: skip
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def weigh(browser: Browser, url: str) -> Counter[str]:
    """Bytes of a first visit by kind of file."""
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    bytes_of: Counter[str] = Counter()
    network.on(
        "Network.responseReceived",
        lambda event: kinds.update({event["requestId"]: event["response"]["mimeType"]}),
    )
    network.on(
        "Network.loadingFinished",
        lambda event: bytes_of.update(
            {KINDS.get(kinds.get(event["requestId"], ""), "other"): int(event["encodedDataLength"])}
        ),
    )
    network.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    context.close()
    return bytes_of


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
    columns = [*KINDS.values(), "other"]
    say("page", *columns, "all, KB")
    say("---", *("---:" for _column in columns), "---:")
    heaviest = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for path in PAGES:
            bytes_of = weigh(browser, root + path)
            total = sum(bytes_of.values())
            heaviest = max(heaviest, total)
            cells = [f"{bytes_of[column] / 1000:.1f}" for column in columns]
            say(path or "home", *cells, f"{total / 1000:.1f}")
        browser.close()
    return 1 if heaviest > MOST_BYTES else 0


if __name__ == "__main__":
    sys.exit(main())
