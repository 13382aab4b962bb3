"""What a first visit to a page costs: bytes over the wire by kind of file, and requests."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# DESIGN.md, section 8: any page with the drawn map of Europe, first visit, compressed, fonts included;
# with the places as linked dots and the map's script at work; scripts alone.
MOST_BYTES = 120_000
MOST_BYTES_WITH_LIVE_MAP = 150_000
MOST_BYTES_OF_SCRIPTS = 10_000
# {media type: kind}; data that a script asks for counts as drawing.
KINDS = {
    "text/html": "page",
    "text/css": "styles",
    "font/woff2": "fonts",
    "image/svg+xml": "drawings",
    "application/json": "drawings",
    "text/javascript": "scripts",
    "application/javascript": "scripts",
}
COLUMNS = ("page", "styles", "scripts", "fonts", "drawings", "other")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes by kind of file, headers included, and what was asked for."""

    bytes_of: Counter[str] = field(default_factory=Counter)
    addresses: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All bytes of the visit."""
        return sum(self.bytes_of.values())


def weigh(browser: Browser, url: str) -> Weight:
    """Visit a page with an empty cache and count what comes until the network is idle."""
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    addresses: dict[str, str] = {}
    bytes_of: Counter[str] = Counter()

    def note_answer(event: dict[str, dict[str, str]]) -> None:
        kinds[str(event["requestId"])] = event["response"]["mimeType"]
        addresses[str(event["requestId"])] = event["response"]["url"]

    network.on("Network.responseReceived", note_answer)
    network.on(
        "Network.loadingFinished",
        lambda event: bytes_of.update(
            {KINDS.get(kinds.get(event["requestId"], ""), "other"): int(event["encodedDataLength"])}
        ),
    )
    network.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    context.close()
    return Weight(bytes_of, tuple(address for address in addresses.values() if address.startswith("http")))
