"""Slugs: the last word of an address."""

from __future__ import annotations

from movingcities.kit.folding import fold, to_latin

# German addresses spell umlauts out; the place ids of the dataset do the same (de-duesseldorf).
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_SPELLED_OUT_IN = frozenset({"DE", "AT", "CH", "LI", "LU"})


def slug_for(name: str, *, country: str = "") -> str:
    """Lower-case Latin letters, digits and hyphens; at most 80 characters; may be empty.

    `country` is an ISO code: where German is written, umlauts are spelled out.
    """
    if country in _SPELLED_OUT_IN:
        name = name.translate(_UMLAUTS)
    return "-".join(fold(to_latin(name)).split())[:80].strip("-")
