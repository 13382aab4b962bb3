"""Waiting for what only a script can see: Playwright's own way is forbidden by our content policy."""

import json

from playwright.sync_api import Page

# Milliseconds.
PATIENCE = 15_000
WAIT = """new Promise((done, fail) => {
    const start = performance.now();
    const look = () => {
        if (%(condition)s) done();
        else if (performance.now() - start > %(patience)d) fail(new Error(`never: ${%(quoted)s}`));
        else setTimeout(look, 20);
    };
    look();
})"""


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page."""
    page.evaluate(WAIT % {"condition": condition, "patience": PATIENCE, "quoted": json.dumps(condition)})
