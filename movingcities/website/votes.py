"""How a council voted, as a bar."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.decisions.models import Decision
from movingcities.decisions.rules import count_votes
from movingcities.design.components import Link, Vote
from movingcities.languages.saying import say_number, say_partial_date
from movingcities.stories.models import DecisionStory
from movingcities.website.addresses import decision_address
from movingcities.website.phrases import foreign


def vote_of(
    decision: Decision, story: DecisionStory | None, language: str, *, is_linked: bool = False
) -> Vote | None:
    """The counted votes of a decision; None unless its record states both numbers and nothing else."""
    counted = count_votes(decision.vote)
    if counted is None:
        return None
    day = decision.decided_on
    title = (
        _("Vote, %(day)s") % {"day": say_partial_date(day, language)} if day else _("How the council voted")
    )
    note = ""
    if counted.abstentions:
        note = ngettext("%(count)s abstention.", "%(count)s abstentions.", counted.abstentions) % {
            "count": say_number(counted.abstentions, language)
        }
    return Vote(
        title=title,
        yes=counted.yes,
        no=counted.no,
        yes_text=say_number(counted.yes, language),
        no_text=say_number(counted.no, language),
        note=note,
        source=Link(story.title, decision_address(decision), foreign(story.language, language))
        if story and is_linked
        else None,
    )
