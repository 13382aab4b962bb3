"""Writing decisions, and what is counted of them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from movingcities.decisions.actions import DecisionEntry, record_decision
from movingcities.decisions.models import Decision
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.actions import MissingSource
from movingcities.evidence.models import Change, PreviousSlug
from movingcities.evidence.tests.factories import NOW
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


def correct(decision, **fields):
    return record_decision(
        **{
            "entry": DecisionEntry(slug=decision.slug, kind=decision.kind),
            "place": decision.place,
            "network": decision.network,
            "sources": decision.sources.all(),
            "existing": decision,
            "by": None,
            "at": NOW,
            **fields,
        }
    )


def test_a_decision_makes_its_place_active():
    decision = DecisionFactory(decided="2019-11-20", network=NetworkFactory())

    decision.place.refresh_from_db()

    assert (decision.place.decision_count, decision.place.is_active) == (1, True)
    assert decision.decided_latest == date(2019, 11, 20)


def test_a_decision_that_moves_leaves_true_counts_behind():
    decision = DecisionFactory()
    before, after = decision.place, PlaceFactory()

    correct(decision, place=after)

    before.refresh_from_db(), after.refresh_from_db()
    assert (before.decision_count, before.is_active) == (0, False)
    assert (after.decision_count, after.is_active) == (1, True)


def test_a_changed_slug_keeps_its_former_address():
    decision = DecisionFactory(slug="before")

    correct(decision, entry=DecisionEntry(slug="after", kind="other"))

    former = PreviousSlug.objects.get()
    assert (former.kind, former.slug, former.object_id) == ("decision", "before", decision.pk)


def test_a_decision_without_a_source_is_refused():
    with pytest.raises(MissingSource, match="The decision “vote”"):
        record_decision(
            entry=DecisionEntry("vote", "other"),
            place=PlaceFactory(),
            network=None,
            sources=[],
            by=None,
            at=NOW,
        )

    assert not Decision.objects.exists()


@pytest.mark.parametrize("wrong", [{"kind": "party"}, {"decided": "2019-13"}])
def test_a_decision_of_unknown_kind_or_date_is_refused(wrong):
    with pytest.raises(ValidationError):
        DecisionFactory(**wrong)


def test_adding_and_correcting_are_logged():
    decision = DecisionFactory()

    correct(decision, why="minutes found")

    log = Change.objects.filter(kind="decision").order_by("pk").values_list("verb", "why")
    assert list(log) == [("added", ""), ("corrected", "minutes found")]


def test_the_newest_decision_comes_first_and_undated_ones_last():
    undated = DecisionFactory()
    old = DecisionFactory(decided="2016")
    new = DecisionFactory(decided="2019-06")

    assert list(Decision.objects.for_listing()) == [new, old, undated]
