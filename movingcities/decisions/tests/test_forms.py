"""The forms of facts know the rules of their data, so that a broken one is told where it can be mended."""

import pytest

from movingcities.approaches.forms import ApproachForm
from movingcities.decisions.forms import DecisionForm
from movingcities.evidence.forms import SourceForm
from movingcities.networks.forms import MembershipForm, NetworkForm
from movingcities.places.forms import PlaceForm

FORMS = [ApproachForm, DecisionForm, MembershipForm, NetworkForm, PlaceForm, SourceForm]
# About what nobody types: the verbs and the check of links keep these.
KEPT_BY_ITSELF = {
    "network_with_members_has_them_in_a_country",
    "place_is_active_when_something_is_known_of_it",
    "source_status_comes_with_the_time_of_the_check",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_rule_of_what_is_typed_has_words_and_a_field(form):
    rules = {constraint.name for constraint in form._meta.model._meta.constraints}

    assert set(form.broken_rules) == rules - KEPT_BY_ITSELF
    assert {field for field, _told in form.broken_rules.values()} <= set(form.base_fields)
