"""What could not be used of an address, said to the reader."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from movingcities.explorer.filters import Problem, Reason


def problem_texts(problems: Iterable[Problem]) -> list[str]:
    """One sentence for each part of an address that a list left out or changed."""
    return [_text(problem) for problem in problems]


def _field(parameter: str) -> str:
    return {
        "country": _("country"),
        "network": _("network"),
        "topic": _("topic"),
        "kind": _("kind"),
        "scope": _("scope"),
        "size": _("size"),
        "status": _("status"),
        "letter": _("letter"),
        "sort": _("order"),
        "page": _("page"),
        "year": _("year"),
        "by": _("year"),
        "area": _("part of the map"),
    }.get(parameter, parameter)


def _text(problem: Problem) -> str:
    words = {"field": _field(problem.parameter), "value": problem.value}
    return {
        Reason.UNKNOWN: _("“%(value)s” is not known as %(field)s and was left out."),
        Reason.TOO_LONG: _("Your text was too long; only its beginning was used."),
        Reason.TOO_MANY: _("So many values of %(field)s cannot be combined; the first ones were used."),
        Reason.NOT_A_NUMBER: _("“%(value)s” is no number that %(field)s can have; it was left out."),
        Reason.ONLY_ONE: _("There can be only one %(field)s; the first was used, “%(value)s” left out."),
        Reason.CONTRADICTION: _("“%(value)s” contradicts the rest of the address: nothing can match."),
        Reason.NO_AREA: _(
            "“%(value)s” is no part of our map and was left out. A part is written as its western, southern, "
            "eastern and northern edge in whole kilometres, such as 4300,3000,4600,3300."
        ),
        Reason.PAST_THE_END: _("There is no such page; this is the last one."),
    }[problem.reason] % words
