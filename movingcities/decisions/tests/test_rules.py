"""Reading how a council voted."""

import pytest

from movingcities.decisions.rules import VoteCount, count_votes


@pytest.mark.parametrize(
    ("vote", "count"),
    [
        ("19 yes, 18 no", VoteCount(19, 18)),
        ("16 yes, 9 no, 1 abstention", VoteCount(16, 9, 1)),
        ("16 yes, 9 no, 3 abstentions", VoteCount(16, 9, 3)),
        (" 19 yes, 18 no ", VoteCount(19, 18)),
    ],
)
def test_a_vote_with_both_numbers_is_counted(vote, count):
    assert count_votes(vote) == count


@pytest.mark.parametrize(
    "vote",
    ["", "unanimous", "11 yes, 4 abstentions", "19 votes in favour, unanimous", "19 yes, 18 no, walked out"],
)
def test_a_vote_that_says_anything_else_is_not_counted(vote):
    assert count_votes(vote) is None
