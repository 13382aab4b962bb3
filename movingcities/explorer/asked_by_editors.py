"""What editors paste where a text asks for a number or a map, checked by the filters of the lists."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from movingcities.blocks.facts import Subject
from movingcities.explorer.filters import (
    ApproachFilter,
    DecisionFilter,
    Filter,
    NetworkFilter,
    PlaceFilter,
    Reason,
)

_FILTERS: dict[Subject, type[Filter]] = {
    Subject.PLACES: PlaceFilter,
    Subject.NETWORKS: NetworkFilter,
    Subject.APPROACHES: ApproachFilter,
    Subject.DECISIONS: DecisionFilter,
}


def checked_query(subject: str, pasted: str) -> str:
    """The query of a list as its filter writes it, from a whole address, a path or the query alone.

    Raises ValidationError that names what the list does not know.
    """
    written = pasted.strip()
    try:
        parts = urlsplit(written)
    except ValueError:
        raise ValidationError(
            _("This address cannot be read: copy it again from the address line of the list.")
        ) from None
    listed = [word for word in parts.path.split("/") if word]
    if "?" in written or "://" in written or written.startswith("/"):
        if listed and listed[-1] != subject:
            raise ValidationError(
                _("This is the address of another list: paste one of %(list)s.")
                % {"list": Subject(subject).label}
            )
        written = parts.query
    query = QueryDict(written)
    view = _FILTERS[Subject(subject)].from_query(query)
    known = {condition.parameter for condition in view.active_conditions()} | view.ARRANGING
    unknown = [name for name in query if name not in known and any(query.getlist(name))]
    problem = next((each for each in view.problems if each.reason == Reason.UNKNOWN), None)
    if problem is not None:
        raise ValidationError(_("The list knows no “%(value)s”.") % {"value": problem.value})
    if unknown or view.problems:
        name = unknown[0] if unknown else view.problems[0].parameter
        raise ValidationError(_("The list cannot be filtered by “%(name)s” like this.") % {"name": name})
    return view.changed().query_string().removeprefix("?")
