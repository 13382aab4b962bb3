"""How far back the sources go: the explorer until a year, and figures by year."""

import re

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.explorer.queries.by_year import YearCounts
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.website.by_year import members_figure

pytestmark = pytest.mark.django_db


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def rows_of(page):
    table = page.split('by-year-table">')[1].split("</table>")[0]
    return {
        int(year): (int(count), int(together))
        for year, count, together in re.findall(
            r">(\d{4})</a></th><td[^>]*>(\d+)</td><td[^>]*>(\d+)</td>", table
        )
    }


@pytest.fixture
def three_places():
    """One place that joined in 2010, one that decided in 2015, one of which no source gives a date."""
    MembershipFactory(place=PlaceFactory(name="Early", country="DE"), since="2010-03")
    DecisionFactory(place=PlaceFactory(name="Later", country="DE"), decided="2015-12-31")
    MembershipFactory(place=PlaceFactory(name="Timeless", country="DE"))


def test_a_list_until_a_year_says_what_it_leaves_out(client, three_places):
    page = page_of(client, "/en/places/?by=2010")

    assert "<h1>1\u00a0place in Europe had signalled solidarity by the end of 2010</h1>" in page
    assert "1 more followed later." in page
    assert "Of 1 more no source gives a date." in page
    assert "By the end of 2010" in page.split('class="chips"')[1]
    assert "noindex" in page


def test_the_last_day_of_a_year_belongs_to_it(client, three_places):
    page = page_of(client, "/en/places/?by=2015&country=DE")

    assert "2 places in Germany had signalled solidarity by the end of 2015" in page


def test_the_form_offers_every_year_with_the_places_until_then(client, three_places):
    page = page_of(client, "/en/places/?by=2012")

    assert '<option value="2015">2015 (2)</option>' in page
    assert '<option value="2012" selected>2012 (1)</option>' in page
    assert '<option value="2010">2010 (1)</option>' in page


def test_the_figure_counts_what_the_list_shows_and_the_undated_beside(client, three_places):
    page = page_of(client, "/en/places/")

    assert rows_of(page)[2010] == (1, 1)
    assert rows_of(page)[2015] == (1, 2)
    assert re.search(r'by-year-undated"><b>1</b> place, of which no source gives a date', page)


def test_with_a_network_the_year_of_joining_it_counts(client):
    place, network = PlaceFactory(), NetworkFactory(slug="late", name="Test league")
    MembershipFactory(place=place, since="2001")
    MembershipFactory(place=place, network=network, since="2018")

    before = page_of(client, "/en/places/?network=late&by=2017")
    after = page_of(client, "/en/places/?network=late&by=2018")

    assert "<h1>No place matches</h1>" in before
    assert "1 place was connected by Test league by the end of 2018" in after
    assert client.get("/en/places/lights.json?network=late").json()["years"] == [2018]


def test_an_approach_dates_its_places(client):
    ApproachFactory(places=[PlaceFactory()], started="2003")

    assert "1 place in Europe had signalled solidarity by the end of 2003" in page_of(
        client, "/en/places/?by=2003"
    )


@pytest.mark.parametrize("year", ["-1", "0", "soon", "20155", "2015-05", "٢٠١٥"])
def test_what_is_no_year_is_left_out_and_said(client, three_places, year):
    page = page_of(client, f"/en/places/?by={year}")

    assert "was left out" in page or "it was left out" in page
    assert "3 places" in page


def test_all_of_europe_until_a_year_holds_no_place_without_a_fact(client, three_places):
    PlaceFactory(name="Quiet")

    page = page_of(client, "/en/places/?scope=all&by=2015")

    assert "<h1>2\u00a0places in Europe had signalled solidarity by the end of 2015</h1>" in page


def test_a_network_shows_when_its_members_joined(client):
    network = NetworkFactory(slug="league")
    for since in ("2015", "2015-06", "2018-01-02", ""):
        MembershipFactory(network=network, since=since)

    page = page_of(client, "/en/networks/league/")

    assert "When they joined" in page
    assert rows_of(page)[2015] == (2, 2)
    assert rows_of(page)[2018] == (1, 3)
    assert "Most in one year: 2 in 2015." in page
    assert 'href="/en/places/?network=league&amp;by=2015"' in page


def test_in_a_project_they_took_part(client):
    network = NetworkFactory(slug="project", kind=Network.Kind.PROJECT)
    MembershipFactory(network=network, since="2015")

    page = page_of(client, "/en/networks/project/")

    assert "When they took part" in page
    assert "joined" not in page.split("<main")[1]


def test_without_any_date_there_is_no_figure(client):
    network = MembershipFactory().network

    assert "by-year" not in page_of(client, f"/en/networks/{network.slug}/").split("<main")[1]


def test_a_country_counts_its_places_by_year(client, three_places):
    page = page_of(client, "/en/countries/de/")

    assert rows_of(page)[2015] == (1, 2)
    assert 'href="/en/places/?country=DE&amp;by=2015"' in page


def test_few_years_do_not_fill_the_page():
    figure = members_figure(YearCounts({2019: 3}, 0), "en", address=str, is_time_limited=False)

    assert [bar.year for bar in figure.bars] == list(range(2008, 2020))
    assert figure.bars[-1].height == 100
