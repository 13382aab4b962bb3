"""Promises that the database keeps about decisions."""

import pytest

from movingcities.decisions.models import Decision
from movingcities.decisions.tests.factories import DecisionFactory
from tests.constraints import violates


@pytest.mark.django_db
def test_decision_has_a_slug():
    decision = DecisionFactory()

    with violates(Decision, "decision_has_a_slug"):
        Decision.objects.filter(pk=decision.pk).update(slug="")
