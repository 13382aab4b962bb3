from collections import Counter

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.explorer.filters import Has, PlaceFilter, PlaceSort, Scope, Size
from movingcities.explorer.queries.place_counts import count_places
from movingcities.explorer.queries.places import explore_places, lights, list_places, place_facets
from movingcities.explorer.tests.world import COUNTRIES
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory

VIEWS = st.builds(
    PlaceFilter,
    q=st.sampled_from(["", "", "", "ba", "dresden", "αθηνα", "athina"]),
    countries=st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True).map(tuple),
    networks=st.lists(st.sampled_from([f"network-{n}" for n in range(4)]), max_size=2, unique=True).map(
        tuple
    ),
    topics=st.lists(st.sampled_from([f"topic-{n}" for n in range(3)]), max_size=2, unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(Place.Kind.values), max_size=2, unique=True).map(tuple),
    sizes=st.lists(st.sampled_from(Size.values), max_size=2, unique=True).map(tuple),
    has=st.lists(st.sampled_from(Has.values), max_size=2, unique=True).map(tuple),
    letter=st.sampled_from(["", "", "", "A", "Z"]),
    scope=st.sampled_from(Scope.values),
    sort=st.sampled_from(PlaceSort.values),
)
NAMES_WITH = {"ba": "Bari", "dresden": "Dresden", "αθηνα": "Αθήνα", "athina": "Αθήνα"}
SIZES = {
    "under-10000": range(1, 10_000),
    "10000-49999": range(10_000, 50_000),
    "50000-249999": range(50_000, 250_000),
    "250000-999999": range(250_000, 1_000_000),
    "from-1000000": range(1_000_000, 10**9),
}
world_is_not_changed = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Known:
    """A place with what a filter asks of it, in plain Python."""

    def __init__(self, place):
        self.place = place
        self.networks = {membership.network.slug for membership in place.memberships.all()}
        self.approaches = {approach.pk for approach in place.approaches.all()}
        self.topics = {topic.slug for approach in place.approaches.all() for topic in approach.topics.all()}
        self.decisions = place.decisions.count()
        self.has = set()
        if place.stories.filter(live=True).exists():
            self.has.add("story")
        if self.approaches:
            self.has.add("approach")
        if self.decisions:
            self.has.add("decision")
        self.is_active = bool(self.has or self.networks)

    def fits(self, view, leaving_out=()):
        place = self.place
        return all(
            name in leaving_out or holds
            for name, holds in {
                "scope": view.scope == "all" or self.is_active,
                "q": not view.q or NAMES_WITH[view.q] in place.name,
                "countries": not view.countries or place.country_id in view.countries,
                "networks": not view.networks or self.networks & set(view.networks),
                "topics": not view.topics or self.topics & set(view.topics),
                "kinds": not view.kinds or place.kind in view.kinds,
                "sizes": not view.sizes or any((place.population or 0) in SIZES[size] for size in view.sizes),
                "has": self.has.issuperset(view.has),
                "letter": not view.letter or place.hoist.startswith(view.letter),
            }.items()
        )


@pytest.fixture
def known(world):
    return [Known(place) for place in Place.objects.all()]


def counts_of(options):
    return {option.value: option.count for option in options if option.count}


@world_is_not_changed
@given(view=VIEWS)
def test_a_list_holds_the_places_that_fit(known, view):
    expected = {one.place.pk for one in known if one.fits(view)}

    listing = list_places(view, per_page=100)

    assert {place.pk for place in listing.rows} == expected
    assert listing.total == len(expected)


@world_is_not_changed
@given(view=VIEWS)
def test_list_sentence_and_map_count_the_same_places(known, view):
    fitting = [one for one in known if one.fits(view)]

    exploration = explore_places(view, language="en")

    summary, light = exploration.summary, exploration.lights
    by_country = Counter(one.place.country_id for one in fitting)
    positioned = [one for one in fitting if one.place.easting is not None]
    assert exploration.listing.total == summary.total == len(fitting)
    assert summary.country_count == len(by_country)
    assert summary.largest_country_count == max(by_country.values(), default=0)
    assert by_country[summary.largest_country] == summary.largest_country_count
    assert summary.network_count == len(set().union(*(one.networks for one in fitting)))
    assert summary.approach_count == len(set().union(*(one.approaches for one in fitting)))
    assert summary.decision_count == sum(one.decisions for one in fitting)
    assert summary.without_position == len(fitting) - len(positioned)
    assert summary.not_municipalities == sum(
        one.place.kind not in ("municipality", "populated-place") for one in fitting
    )
    assert light.active_total == light.active.count() == sum(one.is_active for one in positioned)
    assert (
        light.pale_total
        == sum(cell.place_count for cell in light.pale)
        == len(positioned) - light.active_total
    )


@world_is_not_changed
@given(view=VIEWS)
def test_each_option_says_how_many_places_choosing_it_would_add(known, view):
    facets = place_facets(view, language="en")

    def naive(name, values_of):
        counts = Counter()
        for one in known:
            if one.fits(view, leaving_out={name}):
                counts.update(values_of(one))
        return dict(counts)

    assert counts_of(facets.countries) == naive("countries", lambda one: [one.place.country_id])
    assert counts_of(facets.networks) == naive("networks", lambda one: one.networks)
    assert counts_of(facets.topics) == naive("topics", lambda one: one.topics)
    assert counts_of(facets.kinds) == naive("kinds", lambda one: [one.place.kind])
    assert counts_of(facets.sizes) == naive(
        "sizes", lambda one: [size for size in SIZES if (one.place.population or 0) in SIZES[size]]
    )
    assert counts_of(facets.has) == naive("none", lambda one: one.has)


@world_is_not_changed
@given(view=VIEWS)
def test_a_chosen_option_can_always_be_taken_back(known, view):
    facets = place_facets(view, language="en")

    for options, chosen in (
        (facets.countries, view.countries),
        (facets.networks, view.networks),
        (facets.topics, view.topics),
        (facets.kinds, view.kinds),
        (facets.sizes, view.sizes),
    ):
        selected = {option.value: option.address for option in options if option.is_selected}
        assert set(selected) == set(chosen)
        for value, address in selected.items():
            assert value not in QueryDict(address.removeprefix("?")).values()


@pytest.mark.parametrize("sort", PlaceSort.values)
def test_pages_in_every_order_hold_each_place_once(world, sort):
    pages = [list_places(PlaceFilter(scope="all", sort=sort, page=page), per_page=7) for page in range(1, 5)]

    keys = [place.pk for page in pages for place in page.rows]

    assert pages[0].page_count == 4
    assert sorted(keys) == sorted(Place.objects.values_list("pk", flat=True))


def test_orders_put_unknown_residents_and_undated_memberships_last(world):
    by_residents = [place.population for place in PlaceFilter(scope="all", sort="population").ordered()]
    by_date = [place.first_member_on for place in PlaceFilter(scope="all", sort="first").ordered()]

    known_residents = [number for number in by_residents if number is not None]
    known_days = [day for day in by_date if day is not None]
    assert by_residents[: len(known_residents)] == sorted(known_residents, reverse=True)
    assert by_date[: len(known_days)] == sorted(known_days)


def test_a_page_past_the_end_is_the_last_page(world):
    listing = list_places(PlaceFilter(scope="all", page=10**9), per_page=10)

    assert (listing.page, listing.is_past_the_end) == (3, True)
    assert (listing.first, listing.last) == (21, 24)
    assert (listing.preceding, listing.following) == (2, None)


def test_an_empty_list_has_one_empty_page(db):
    listing = list_places(PlaceFilter())

    assert (listing.total, listing.page, listing.page_count, listing.rows) == (0, 1, 1, [])
    assert (listing.first, listing.last) == (0, 0)


def test_places_of_which_nothing_is_known_are_summed_up_where_they_lie(db):
    near = [PlaceFactory(longitude=13.0), PlaceFactory(longitude=13.01)]
    far = PlaceFactory(longitude=2.0)

    light = lights(PlaceFilter(scope="all"))

    cells = {cell.place_count: cell for cell in light.pale}
    assert light.pale_total == 3
    assert cells[1].easting == far.easting
    assert cells[2].easting == round(sum(place.easting for place in near) / 2)


def test_the_sums_are_kept_until_a_place_changes(db, settings, django_assert_num_queries):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    PlaceFactory(longitude=13.0)
    view, counts = PlaceFilter(scope="all"), count_places(PlaceFilter(scope="all"))
    lights(view, counts=counts)

    with django_assert_num_queries(1):
        lights(view, counts=counts)
    PlaceFactory(longitude=2.0)

    assert sum(cell.place_count for cell in lights(view).pale) == 2


def test_cells_add_up_to_all_places(world):
    counts = count_places(PlaceFilter(scope="all"))

    assert counts.total == Place.objects.count()


@pytest.mark.parametrize("scope", Scope.values)
@pytest.mark.parametrize("rows", [1, 12])
def test_a_page_of_places_takes_the_same_queries_for_one_and_twelve(
    django_assert_num_queries, db, scope, rows
):
    for number in range(rows):
        MembershipFactory(place=PlaceFactory(longitude=float(number)), network=NetworkFactory())
        PlaceFactory(latitude=40.0 + number)
    view = PlaceFilter(scope=scope)

    # Cells, rows, networks, topics, two numbers of the sentence, lights; three more for places without facts.
    with django_assert_num_queries(7 if scope == "active" else 10):
        exploration = explore_places(view, language="en")
        for place in exploration.listing.rows:
            assert place.name_in("en")
        for place in exploration.lights.active:
            assert place.name_in("en")


def test_the_whole_world_is_made_of_active_and_other_places(world):
    active = list_places(PlaceFilter(), per_page=100)
    everything = list_places(PlaceFilter(scope="all"), per_page=100)

    assert 0 < active.total < everything.total
    assert all(place.is_active for place in active.rows)
