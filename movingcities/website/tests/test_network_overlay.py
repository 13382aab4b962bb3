"""A second network laid over the first: map, words and lists of what both share."""

import re

import pytest

from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def overlaid(client, first, second):
    response = client.get(f"/en/networks/{first.slug}/", {"with": second})
    assert response.status_code == 200
    return response.content.decode()


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", MAIN.search(page).group()).split())


def network_of(*places, **facts):
    network = NetworkFactory(**facts)
    for place in places:
        MembershipFactory(network=network, place=place)
    return network


def test_what_two_networks_share_is_said_in_numbers_and_listed_first(client):
    shared, left, right = (
        PlaceFactory(name="Midway"),
        PlaceFactory(name="Port"),
        PlaceFactory(name="Starboard"),
    )
    first = network_of(shared, left, name="Test league")
    second = network_of(shared, right, name="Test union")

    page = overlaid(client, first, second.slug)

    assert (
        "1 place of our data stands in both: 1 of the 2 members of Test league, "
        "and 1 of the 2 members of Test union." in words(page)
    )
    assert "In both: 1. Only in Test league: 1. Only in Test union: 1." in page
    lists = page.split("</figure>")[1]
    assert lists.index("Midway") < lists.index("Port") < lists.index("Starboard")


def test_large_networks_are_compared_by_shares(client):
    places = [PlaceFactory() for _ in range(50)]
    first = network_of(*places, name="Test league")
    second = network_of(*places[:15], name="Test union")

    said = words(overlaid(client, first, second.slug))

    assert "30% of the 50 members of Test league, and 15 of the 15 members of Test union." in said


def test_few_shared_places_are_counted_not_turned_into_a_share(client):
    places = [PlaceFactory() for _ in range(50)]
    first, second = network_of(*places, name="Test league"), network_of(*places[:3], name="Test union")

    said = words(overlaid(client, first, second.slug))

    assert "3 of the 50 members of Test league, and 3 of the 3 members of Test union." in said


def test_the_map_tells_both_networks_apart_by_form(client):
    shared, left, right = (PlaceFactory(latitude=latitude) for latitude in (50, 51, 52))
    first, second = network_of(shared, left), network_of(shared, right)

    drawn = overlaid(client, first, second.slug).split('role="img"')[1].split("</svg>")[0]

    assert set(re.findall(r'class="lights (\w+)', drawn)) == {"network", "second", "both"}
    assert drawn.count('class="line second-line"') == drawn.count('class="line"') == 1


def test_places_took_part_in_projects(client):
    place = PlaceFactory()
    project = network_of(place, kind=Network.Kind.PROJECT, name="Test project")
    league = network_of(place, name="Test league")
    other = network_of(place, kind=Network.Kind.PROJECT, name="Test probe")

    mixed = words(overlaid(client, league, project.slug))
    both = words(overlaid(client, other, project.slug))

    assert "1 place of our data stands in the one and took part in the other: the only member of" in mixed
    assert "the only place that took part in Test project." in mixed
    assert "1 place of our data took part in both" in both


def test_networks_that_share_nothing_are_drawn_and_it_is_said(client):
    first, second = network_of(PlaceFactory()), network_of(PlaceFactory(latitude=50))

    page = overlaid(client, first, second.slug)

    assert "No place of our data stands in both." in page
    assert 'class="lights second"' in page
    assert 'id="both"' not in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("nothing-like-this", "We know no network “nothing-like-this”"),
        ("\0" + "x" * 500, "We know no network “xxx"),
        ("SELF", "A network cannot be laid over itself."),
        ("empty", "Our data names no member of Test empty yet"),
    ],
)
def test_what_cannot_be_laid_over_is_said_above_the_plain_page(client, asked, said):
    first = network_of(PlaceFactory(), slug="self")
    NetworkFactory(slug="empty", name="Test empty")

    page = overlaid(client, first, asked)

    assert said in page
    assert "Members, by country" in page
    assert "noindex" in page


def test_a_comparison_is_no_page_of_its_own(client):
    place = PlaceFactory()
    first, second = network_of(place, slug="first"), network_of(place)

    compared = overlaid(client, first, second.slug)
    plain = client.get("/en/networks/first/?with=").content.decode()

    assert '<link rel="canonical" href="http://testserver/en/networks/first/">' in compared
    assert "noindex" in compared
    assert "noindex" not in plain


def test_a_network_offers_those_it_shares_places_with(client):
    place = PlaceFactory()
    first = network_of(place)
    network_of(place, slug="second", name="Test union")
    network_of(PlaceFactory(), slug="stranger")

    page = client.get(f"/en/networks/{first.slug}/").content.decode()

    assert '<option value="second">Test union (1)</option>' in page
    assert f'href="/en/networks/{first.slug}/?with=second#overlay"' in page
    assert "stranger" not in page


def test_the_map_keeps_the_frame_of_the_first_network_and_counts_what_lies_beyond(client):
    inside = [PlaceFactory(country="DE", latitude=latitude, longitude=10) for latitude in (50, 51, 52)]
    first = network_of(*inside)
    second = network_of(inside[0], PlaceFactory(country="GR", latitude=38, longitude=24))

    page = overlaid(client, first, second.slug)

    assert "map/country-de.svg" in page
    assert "1 place lies beyond the edge of this map; the lists below name it." in page


def test_a_comparison_costs_no_more_queries_with_more_places(client, django_assert_max_num_queries):
    places = [PlaceFactory(country=code) for code in ("DE", "IT", "FR", "ES", "PL") * 3]
    first, second = network_of(*places), network_of(*places[3:], PlaceFactory())
    for _ in range(4):
        network_of(*places)

    with django_assert_max_num_queries(15):
        overlaid(client, first, second.slug)
