"""Promises that the database keeps about topics and approaches."""

import pytest

from movingcities.approaches.models import Approach, Topic
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def test_topic_has_a_slug():
    topic = TopicFactory()

    with violates(Topic, "topic_has_a_slug"):
        Topic.objects.filter(pk=topic.pk).update(slug="")


def test_approach_has_a_slug():
    approach = ApproachFactory()

    with violates(Approach, "approach_has_a_slug"):
        Approach.objects.filter(pk=approach.pk).update(slug="")


@pytest.mark.parametrize(
    ("started", "ended"), [("2020", "2019"), ("2020-05", "2020-04"), ("2020-05-02", "2020-05-01")]
)
def test_approach_ends_after_it_starts(started, ended):
    approach = ApproachFactory(status="ended")
    approach.started, approach.ended = started, ended

    with violates(Approach, "approach_ends_after_it_starts"):
        approach.save()


@pytest.mark.parametrize("status", ["planned", "active"])
def test_approach_that_runs_or_is_planned_has_no_end(status):
    approach = ApproachFactory(status="ended", ended="2020")

    with violates(Approach, "approach_that_runs_or_is_planned_has_no_end"):
        Approach.objects.filter(pk=approach.pk).update(status=status)


@pytest.mark.parametrize("status", ["ended", "reversed", "unknown"])
def test_an_approach_of_another_status_may_have_an_end(status):
    assert ApproachFactory(status=status, started="2020", ended="2020").ended == "2020"
