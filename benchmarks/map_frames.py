"""How the living map moves: `python -m benchmarks.map_frames --base URL`.

A browser without a graphics card (what it paints, the processor paints) asks the running site, zooms from the
whole of Europe to fourteen times and back, and counts frames. Ends with 1 if the median frame takes longer
than 17 ms, or if the map can be moved later than 100 ms after its script has come.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from typing import Any

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
LONGEST_FRAME, LONGEST_START = 17.0, 100.0

VIEWS = {
    "835 lights": ("en/places/", 0),
    "1,500 lights": ("en/places/", 1_500),
    "all places": ("en/places/?scope=all", 0),
}
COLUMNS = (
    "map",
    "moves after its script, ms",
    "frames in 5 s",
    "median, p95 of a frame, ms",
    "drawn anew, ms",
)

NOTE_START = """
new MutationObserver((_changes, observer) => {
    if (!document.querySelector(".map-controls:not([hidden])")) return;
    window.mapStood = performance.now();
    observer.disconnect();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });
"""

ZOOM = """
async (lights) => {
    const map = [...document.querySelectorAll("living-map")].find((each) => each.offsetWidth);
    await map.start();
    while (map.lights.length < lights) {
        const like = map.lights[Math.floor(Math.random() * 800)];
        map.lights.push({ ...like, x: like.x + Math.random() * 20, y: like.y + Math.random() * 20 });
    }
    const frames = [];
    await new Promise((done) => {
        let before = performance.now();
        const start = before;
        const step = (now) => {
            frames.push(now - before);
            before = now;
            const share = (now - start) / 2500;
            if (share > 2) return done();
            map.camera.zoomTo(14 ** (share < 1 ? share : 2 - share));
            map.moved();
            requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    });
    const begun = performance.now();
    map.settle();
    const settling = performance.now() - begun;
    const resources = performance.getEntriesByType("resource");
    const scripts = resources.filter(({ name }) => /map.(living-map|picture)/.test(name));
    const start = window.mapStood - Math.max(...scripts.map((script) => script.responseEnd));
    return { frames: frames.slice(1), settling, start };
}
"""


def measure(browser: Browser, address: str, lights: int) -> dict[str, Any]:
    """Zoom one view in and out; milliseconds."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(NOTE_START)
    page.goto(address)
    page.locator(".map-controls:not([hidden])").first.wait_for()
    found: dict[str, Any] = page.evaluate(ZOOM, lights)
    page.close()
    return found


def say(*cells: str) -> None:
    """Write a row of the table."""
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def main() -> int:
    """Measure every view; 1 if one is too slow."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running site")
    options = parser.parse_args()
    say(*COLUMNS)
    say("---", "---:", "---:", "---:", "---:")
    slow = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (path, lights) in VIEWS.items():
            found = measure(browser, f"{options.base.rstrip('/')}/{path}", lights)
            frames = sorted(found["frames"])
            median, late = statistics.median(frames), frames[int(len(frames) * 0.95)]
            slow = slow or median > LONGEST_FRAME or found["start"] > LONGEST_START
            frame = f"{median:.1f}, {late:.0f}"
            say(name, f"{found['start']:.0f}", str(len(frames)), frame, f"{found['settling']:.0f}")
        browser.close()
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
