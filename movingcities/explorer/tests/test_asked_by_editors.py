"""What editors paste for a live number or a small map."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.blocks.bodies import BodyBlock
from movingcities.explorer.asked_by_editors import checked_query
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "pasted",
    [
        "https://movingcities.example/de/places/?network=harbours&sort=name&page=3",
        "/en/places/?network=harbours",
        "?network=harbours",
        " network=harbours ",
    ],
)
def test_an_address_is_taken_as_the_list_writes_it(pasted):
    NetworkFactory(slug="harbours")

    assert checked_query("places", pasted).split("&")[0] == "network=harbours"


@pytest.mark.parametrize("pasted", ["", "/en/places/", "https://movingcities.example/en/places/"])
def test_no_question_asks_for_all(pasted):
    assert checked_query("places", pasted) == ""


@pytest.mark.parametrize(
    ("subject", "pasted", "told"),
    [
        ("places", "/en/networks/?kind=charter", "another list"),
        ("places", "network=nobody-knows-it", "nobody-knows-it"),
        ("places", "colour=red", "colour"),
        ("approaches", "status=burning", "burning"),
        ("places", "https://[bad", "copy it again"),
    ],
)
def test_what_a_list_does_not_know_is_named(subject, pasted, told):
    with pytest.raises(ValidationError) as error:
        checked_query(subject, pasted)

    assert told in str(error.value)


def test_a_block_keeps_the_query_as_the_list_writes_it():
    MembershipFactory(network=NetworkFactory(slug="harbours"))
    CountryFactory(code="DE")
    raw = [
        {
            "type": "live_number",
            "id": "1",
            "value": {"subject": "places", "query": "/el/places/?network=harbours"},
        }
    ]

    cleaned = BodyBlock().clean(BodyBlock().to_python(raw))

    assert cleaned[0].value["query"] == "network=harbours"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["places", "networks", "approaches", "decisions"]), st.text(max_size=300))
def test_whatever_is_pasted_is_taken_or_refused(subject, pasted):
    try:
        query = checked_query(subject, pasted)
    except ValidationError:
        return
    assert checked_query(subject, query) == query
