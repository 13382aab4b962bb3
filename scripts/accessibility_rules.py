"""What axe-core finds on a page that is open in a browser.

Its file comes with the package axe-playwright-python. All rules of WCAG 2.2 A and AA and of good practice
run, in the state the page is in: scheme, width, language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Of WCAG 2.2 AA, but off unless asked for.
OFF_BY_DEFAULT = ("target-size",)
RUN = """options => new Promise((resolve, reject) => {
    axe.run(document, options).then(
        found => resolve({
            violations: found.violations.map(rule => ({
                id: rule.id,
                impact: rule.impact,
                help: rule.help,
                nodes: rule.nodes.map(node => node.html.slice(0, 160) + ' @ ' + node.target.join(' ')),
            })),
            passes: found.passes.length,
        }),
        reject,
    );
})"""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a page breaks, and where."""

    rule: str
    impact: str
    meaning: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        where = "".join(f"\n        {place}" for place in self.places[:3])
        return f"{self.rule} ({self.impact}, {len(self.places)} times): {self.meaning}{where}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What axe says of a page: the rules it breaks, and how many it keeps."""

    violations: tuple[Violation, ...]
    kept: int


def verdict(page: Page) -> Verdict:
    """Run every rule on the page that is open; its content policy does not bind what we run."""
    page.evaluate(_axe())
    options = {
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": True} for rule in OFF_BY_DEFAULT},
    }
    told: dict[str, Any] = page.evaluate(RUN, options)
    return Verdict(
        tuple(
            Violation(one["id"], one["impact"] or "", one["help"], tuple(one["nodes"]))
            for one in told["violations"]
        ),
        told["passes"],
    )


@cache
def _axe() -> str:
    package = find_spec("axe_playwright_python")
    if package is None or not package.submodule_search_locations:
        raise RuntimeError("axe-playwright-python is not installed: ./test installs it.")
    return (Path(package.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
