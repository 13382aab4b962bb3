from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.approaches.models import Approach
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.explorer.filters import ApproachFilter, ApproachSort
from movingcities.explorer.queries.approaches import approach_facets, list_approaches
from movingcities.explorer.tests.world import COUNTRIES
from movingcities.stories.models import ApproachStory

VIEWS = st.builds(
    ApproachFilter,
    q=st.sampled_from(["", "", "welcome", "bari", "nothing of the kind"]),
    topics=st.lists(st.sampled_from([f"topic-{n}" for n in range(3)]), max_size=2, unique=True).map(tuple),
    countries=st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(Approach.Status.values), max_size=2, unique=True).map(tuple),
    started_after=st.sampled_from([None, 2015, 2019]),
    started_before=st.sampled_from([None, 2018, 2021]),
    has_results=st.booleans(),
)


class Known:
    """An approach with what a filter asks of it, in plain Python."""

    def __init__(self, approach):
        self.approach = approach
        self.topics = {topic.slug for topic in approach.topics.all()}
        self.countries = {place.country_id for place in approach.places.all()}
        self.names = " ".join(place.name for place in approach.places.all()).lower()
        self.has_results = ApproachStory.objects.filter(approach=approach).exclude(results="").exists()

    def fits(self, view, leaving_out=()):
        started = self.approach.started_earliest
        after, before = view.started_after, view.started_before
        return all(
            name in leaving_out or holds
            for name, holds in {
                "q": view.q in ("", "welcome") or (view.q == "bari" and "bari" in self.names),
                "topics": not view.topics or self.topics & set(view.topics),
                "countries": not view.countries or self.countries & set(view.countries),
                "statuses": not view.statuses or self.approach.status in view.statuses,
                "after": after is None or (started and started >= date(after, 1, 1)),
                "before": before is None or (started and started < date(before, 1, 1)),
                "results": not view.has_results or self.has_results,
            }.items()
        )


@pytest.fixture
def known(world):
    return [Known(approach) for approach in Approach.objects.all()]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=VIEWS)
def test_list_and_options_count_what_fits(known, view):
    def naive(name, values_of):
        counts = Counter()
        for one in known:
            if one.fits(view, leaving_out={name}):
                counts.update(values_of(one))
        return dict(counts)

    listing = list_approaches(view, per_page=100)
    facets = approach_facets(view, language="en")

    assert {approach.pk for approach in listing.rows} == {one.approach.pk for one in known if one.fits(view)}
    for options, expected in (
        (facets.topics, naive("topics", lambda one: one.topics)),
        (facets.countries, naive("countries", lambda one: one.countries)),
        (facets.statuses, naive("statuses", lambda one: [one.approach.status])),
    ):
        assert {option.value: option.count for option in options if option.count} == expected


@pytest.mark.parametrize("sort", ApproachSort.values)
def test_every_order_holds_each_approach_once(world, sort):
    keys = [approach.pk for approach in ApproachFilter(sort=sort).ordered()]

    assert sorted(keys) == sorted(Approach.objects.values_list("pk", flat=True))


def test_approaches_of_unknown_start_come_last(world):
    for sort in ("started", "oldest"):
        days = [approach.started_earliest for approach in ApproachFilter(sort=sort).ordered()]
        known_days = [day for day in days if day]

        assert None in days
        assert days[: len(known_days)] == sorted(known_days, reverse=sort == "started")


@pytest.mark.parametrize("rows", [1, 12])
def test_a_page_of_approaches_takes_seven_queries(django_assert_num_queries, db, rows):
    for _ in range(rows):
        ApproachFactory(topics=[TopicFactory()])

    with django_assert_num_queries(7):
        for approach in list_approaches(ApproachFilter()).rows:
            assert approach.places.all()
            assert approach.topics.all()
        approach_facets(ApproachFilter(), language="en")
