"""Which addresses a text may lead to."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import SplitResult, parse_qs, urlsplit

# Browsers drop these from an address before they read it: “/\t/example.org” leads to another site.
_HIDDEN = re.compile(r"[\x00-\x1f\x7f]")


def is_path(address: str) -> bool:
    """Whether it is a path of this site."""
    leads_away = address.startswith(("//", "/\\")) or _HIDDEN.search(address)
    return address.startswith("/") and not leads_away


def is_web_address(address: str, schemes: Collection[str] = ("https", "http")) -> bool:
    """Whether it is a page of a site."""
    parts = _read(address)
    return bool(parts and parts.scheme in schemes and parts.hostname and not _HIDDEN.search(address))


def is_address(address: str) -> bool:
    """Whether a call may lead there: a path of this site, or a page of another that is fetched encrypted."""
    return is_path(address) or is_web_address(address, ("https",))


def player_address(address: str) -> str:
    """The address of the player that plays a film without cookies; empty for all other addresses."""
    parts = _read(address.strip())
    if parts is None or parts.scheme != "https":
        return ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    words = [word for word in parts.path.split("/") if word]
    if host == "youtube.com" and parts.path == "/watch":
        return _youtube(parse_qs(parts.query).get("v", [""])[0])
    if host == "youtu.be" and len(words) == 1:
        return _youtube(words[0])
    if host == "youtube.com" and len(words) == 2 and words[0] in ("embed", "shorts", "live"):
        return _youtube(words[1])
    if host == "vimeo.com" and words and words[0].isascii() and words[0].isdigit():
        return f"https://player.vimeo.com/video/{words[0]}?dnt=1"
    return ""


def _read(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _youtube(key: str) -> str:
    is_key = len(key) == 11 and key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return f"https://www.youtube-nocookie.com/embed/{key}" if is_key else ""
