"""A small invented Europe with everything a filter can ask for, the same one every time."""

from random import Random

from movingcities.approaches.models import Approach
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.models import Decision
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.stories.actions import recount_stories
from movingcities.stories.tests.factories import approach_story, place_story

COUNTRIES = ("DE", "IT", "GR")
POPULATIONS = (None, 0, 1, 9_999, 10_000, 49_999, 50_000, 249_999, 250_000, 999_999, 1_000_000, 3_400_000)
NAMES = ("Ahrweiler", "Bari", "Cham", "Dresden", "Essen", "Αθήνα", "Łódź", "Zürich")


def make_world(*, places=24):
    """Make places, networks, topics, approaches, decisions and stories; the search knows them too."""
    random = Random(1)
    source = SourceFactory()
    networks = [
        NetworkFactory(
            slug=f"network-{number}",
            kind=list(Network.Kind)[number % 5],
            scope=list(Network.Scope)[number % 3],
            founded=("", "2004", "2018-06")[number % 3],
        )
        for number in range(4)
    ]
    topics = [TopicFactory(slug=f"topic-{number}", position=number) for number in range(3)]
    made = [_make_place(random, number) for number in range(places)]
    for place in made[: places * 2 // 3]:
        for network in random.sample(networks, random.randint(0, 3)):
            MembershipFactory(place=place, network=network, sources=[source])
    for number, place in enumerate(random.sample(made, places // 3)):
        approach = ApproachFactory(
            slug=f"approach-{number}",
            places=[*random.sample(made, random.randint(0, 1)), place],
            topics=random.sample(topics, random.randint(1, 2)),
            status=random.choice([Approach.Status.ACTIVE, Approach.Status.PLANNED, Approach.Status.UNKNOWN]),
            started=("", "2015", "2018-03", "2020-01-01")[number % 4],
            sources=[source],
        )
        approach_story(approach, title=f"Welcome {number}", results=("", "Many came.")[number % 2])
    for number, place in enumerate(random.sample(made, places // 3)):
        DecisionFactory(
            slug=f"decision-{number}",
            place=place,
            kind=random.choice(list(Decision.Kind)),
            network=random.choice([None, *networks]),
            decided=("", "2018", "2019-12", "2021-05-01")[number % 4],
            sources=[source],
        )
    for place in random.sample(made, places // 6):
        place_story(place)
    recount_stories(place_ids=[place.pk for place in made])
    rebuild_index()


def _make_place(random, number):
    has_position = random.random() > 0.15
    return PlaceFactory(
        name=f"{NAMES[number % len(NAMES)]} {number}",
        slug=f"place-{number}",
        country=random.choice(COUNTRIES),
        kind=random.choice(list(Place.Kind)),
        population=random.choice(POPULATIONS),
        latitude=random.uniform(36, 60) if has_position else None,
        longitude=random.uniform(-9, 28) if has_position else None,
    )
