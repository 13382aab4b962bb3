"""The spelling alphabet that names the flags of a hoist."""

# International Code of Signals, 2005 edition, chapter 1; the same words as ICAO and NATO use.
CODE_WORDS = {
    "A": "Alfa",
    "B": "Bravo",
    "C": "Charlie",
    "D": "Delta",
    "E": "Echo",
    "F": "Foxtrot",
    "G": "Golf",
    "H": "Hotel",
    "I": "India",
    "J": "Juliett",
    "K": "Kilo",
    "L": "Lima",
    "M": "Mike",
    "N": "November",
    "O": "Oscar",
    "P": "Papa",
    "Q": "Quebec",
    "R": "Romeo",
    "S": "Sierra",
    "T": "Tango",
    "U": "Uniform",
    "V": "Victor",
    "W": "Whiskey",
    "X": "X-ray",
    "Y": "Yankee",
    "Z": "Zulu",
}


def flown(letters: str) -> str:
    """The letters that have a flag: A to Z in capitals, everything else left out."""
    return "".join(letter for letter in letters.upper() if letter in CODE_WORDS)


def spelled(letters: str) -> tuple[str, ...]:
    """Code words of the letters, in order: ("Papa", "Oscar", "Tango") for POT."""
    return tuple(CODE_WORDS[letter] for letter in flown(letters))
