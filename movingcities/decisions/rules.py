"""Reading how a council voted: pure, no database."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YES_AND_NO = re.compile(r"(?P<yes>\d+) yes, (?P<no>\d+) no(?:, (?P<abstentions>\d+) abstentions?)?\Z")


@dataclass(frozen=True, slots=True)
class VoteCount:
    """How many voted for and against, and how many abstained (0 where the source names none)."""

    yes: int
    no: int
    abstentions: int = 0


def count_votes(vote: str) -> VoteCount | None:
    """The numbers of a vote that states both yes and no and nothing else: a bar may be drawn of it."""
    match = _YES_AND_NO.match(vote.strip())
    if match is None:
        return None
    return VoteCount(int(match["yes"]), int(match["no"]), int(match["abstentions"] or 0))
