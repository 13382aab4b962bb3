"""How wide a name will be, before a browser sets it."""

import unicodedata

# Advance widths of Commissioner at weight 700, in hundredths of the type size, read from the font files.
_LATIN = (
    "19 26 44 70 57 94 76 23 41 41 49 60 25 43 26 45 66 45 57 58 61 58 62 55 62 62 26 26 58 58 58 45"
    " 89 72 66 68 73 60 58 73 75 31 32 70 58 96 75 81 65 81 69 60 65 73 71 105 71 68 69 41 45 41 63 43"
    " 60 53 59 48 58 53 41 55 58 28 28 57 27 87 58 60 59 59 41 47 42 57 54 83 57 55 52 45 28 45 58"
)
_GREEK = (
    "Α72 Β66 Γ58 Δ74 Ε60 Ζ69 Η75 Θ83 Ι31 Κ70 Λ72 Μ96 Ν75 Ξ66 Ο81 Π75 Ρ65 Σ66 Τ65 Υ68 Φ89 Χ71 Ψ90 Ω83"
    " α61 β60 γ54 δ60 ε50 ζ49 η58 θ60 ι32 κ58 λ56 μ58 ν54 ξ49 ο60 π65 ρ59 ς49 σ64 τ50 υ57 φ77 χ56 ψ77 ω78"
)
_OTHERS = (
    "ß61 æ81 ø60 œ91 đ62 ł35 þ59 ð60 ı28 ħ60 ŧ44 Æ100 Ø81 Œ107 Đ75 Ł60 Þ65 ŋ58 ’24 ‘24 “42 ”42 –60 —95 ·28"
)

_WIDTHS = {
    **{chr(32 + index): int(width) for index, width in enumerate(_LATIN.split())},
    **{pair[0]: int(pair[1:]) for pair in (_GREEK + " " + _OTHERS).split()},
}

# Fallback fonts are wider than Commissioner, and a slip must hold its word in them too.
_ALLOWANCE = 1.04
_UNKNOWN_SMALL, _UNKNOWN_CAPITAL = 68, 84


def text_width(text: str, size: float) -> float:
    """Return the width of bold text in the units of its size, on the safe side.

    Accents are folded away; letters we hold no width for (Cyrillic, Georgian, Armenian) count as wide ones.
    """
    total = 0
    for letter in text:
        plain = letter if letter in _WIDTHS else unicodedata.normalize("NFD", letter)[0]
        wide = plain.isupper() or ord(plain) > 0x2000
        total += _WIDTHS.get(plain, _UNKNOWN_CAPITAL if wide else _UNKNOWN_SMALL)
    return total * _ALLOWANCE * size / 100
