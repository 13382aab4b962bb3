"""Looks at every type of page of a running site with a machine's eyes, and prints a table: `just quality`.

Asks the site that `./run` serves. Accessibility (axe) at every width and scheme, in every language asked for,
with the page's scripts and without; markup and words of another language in all languages of the site;
requests to other hosts, cookies, complaints of the browser, and what sticks out of the page. Ends with 1 if
anything is wrong.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accessibility_rules import verdict
from first_visit import COLUMNS, weigh
from foreign_words import LOCALE, foreign_words
from markup import Document, faults
from page_types import PAGE_TYPES
from playwright.sync_api import Browser, BrowserContext, TimeoutError, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
HEIGHT = 900
# Milliseconds until a page must have come to rest.
PATIENCE = 30_000
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True)
class State:
    """How a page is looked at: width in pixels, colour scheme, with its scripts or without."""

    width: int
    scheme: str
    scripts: bool

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}{'' if self.scripts else ' without scripts'}"


@dataclass(slots=True)
class Findings:
    """What was found on one type of page, in words, with the state and language it was found in."""

    axe: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    looked_at: int = 0

    @property
    def all(self) -> list[str]:
        """Everything, in the order of the table."""
        return [*self.axe, *self.markup, *self.words, *self.other]


def main() -> int:
    """Look at every page in every state, print the table, then what is wrong."""
    options = _options()
    base = options.base.rstrip("/")
    started = time.monotonic()
    chosen = {name: path for name, path in PAGE_TYPES.items() if options.only in name}
    found = {name: Findings() for name in chosen}
    weights = {}
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for state in _states(options):
            with browser.new_context(
                viewport={"width": state.width, "height": HEIGHT},
                color_scheme="dark" if state.scheme == "dark" else "light",
                reduced_motion="reduce",
            ) as context:
                for name, language in itertools.product(chosen, options.languages):
                    look(context, f"{base}/{language}/{chosen[name]}", state, found[name])
            so_far = sum(len(findings.all) for findings in found.values())
            told = f"{state}: {so_far} findings so far, {time.monotonic() - started:.0f} seconds"
            print(told, file=sys.stderr, flush=True)
        for name, path in chosen.items():
            for language in options.written:
                read(browser, base, language, path, found[name])
            weights[name] = weigh(browser, f"{base}/{options.languages[0]}/{path}")
        browser.close()
    _say("page", "looked at", "axe", "markup", "words", "other", *COLUMNS, "all, KB", "requests")
    _say("---", *("---:" for _column in range(7 + len(COLUMNS))))
    for name, findings in found.items():
        counts = (len(findings.axe), len(findings.markup), len(findings.words), len(findings.other))
        kilobytes = (f"{weights[name].bytes_of[column] / 1000:.1f}" for column in COLUMNS)
        _say(
            name,
            *map(str, (findings.looked_at, *counts)),
            *kilobytes,
            f"{weights[name].total / 1000:.1f}",
            str(len(weights[name].addresses)),
        )
    wrong = [f"{name}: {fault}" for name, findings in found.items() for fault in dict.fromkeys(findings.all)]
    print(*wrong, sep="\n")
    print(f"{len(wrong)} findings, {time.monotonic() - started:.0f} seconds")
    return 1 if wrong else 0


def look(context: BrowserContext, url: str, state: State, findings: Findings) -> None:
    """Open a page in one state and note what axe and the browser say of it."""
    where = f"{state} {url}"
    page = context.new_page()
    host = "/".join(url.split("/")[:3])
    if not state.scripts:
        # A browser that runs no script cannot run axe either: instead, the page's scripts do not arrive.
        page.route("**/*.js", lambda route: route.abort())
    else:
        page.on(
            "console",
            lambda message: _note(findings.other, message.type == "error", f"console: {message.text}", where),
        )
        page.on("pageerror", lambda error: _note(findings.other, True, f"script: {error}", where))
    page.on(
        "request",
        lambda asked: _note(
            findings.other, not asked.url.startswith((host, "data:", "blob:")), f"asks {asked.url}", where
        ),
    )
    try:
        page.goto(url, wait_until="networkidle", timeout=PATIENCE)
    except TimeoutError:
        findings.other.append(f"not loaded after {PATIENCE / 1000:.0f} seconds [{where}]")
        page.close()
        return
    findings.looked_at += 1
    findings.axe += [f"{violation} [{where}]" for violation in verdict(page).violations]
    _note(findings.other, page.evaluate(WIDEST) > 0, f"sticks out by {page.evaluate(WIDEST)} px", where)
    _note(findings.other, bool(context.cookies()), f"cookies: {context.cookies()}", where)
    page.close()


def read(browser: Browser, base: str, language: str, path: str, findings: Findings) -> None:
    """Read a page as it is written in one language: markup, and words of another language."""
    context = browser.new_context()
    url = f"{base}/{language}/{path}"
    document = Document.parse(context.request.get(url).body(), url)
    context.close()
    findings.markup += [f"{fault} [{url}]" for fault in faults(document)]
    findings.words += [f"{words} [{url}]" for words in foreign_words(document, language)]


def _note(findings: list[str], is_wrong: bool, what: str, where: str) -> None:
    # A page that is not there answers 404, which Chromium reports as an error of its own.
    if is_wrong and "404 (Not Found)" not in what:
        findings.append(f"{what} [{where}]")


def _states(options: argparse.Namespace) -> Iterator[State]:
    for width, scheme, scripts in itertools.product(options.widths, options.schemes, (True, False)):
        yield State(width, scheme, scripts)


def _say(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _options() -> argparse.Namespace:
    written: Sequence[str] = ["en", *sorted(path.name for path in LOCALE.iterdir() if path.is_dir())]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running site")
    parser.add_argument("--only", default="", help="only the page types whose name holds this text")
    parser.add_argument("--widths", nargs="+", type=int, default=[390, 1440], help="in pixels")
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--languages", nargs="+", default=["en", "de", "el"], help="looked at with axe")
    parser.add_argument("--written", nargs="+", default=written, help="languages whose markup is read")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
