"""The last word of an address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from movingcities.kit.slugs import slug_for


@pytest.mark.parametrize(
    ("name", "country", "slug"),
    [
        ("Köln", "DE", "koeln"),
        ("Köln", "", "koln"),
        ("Öhringen", "DE", "oehringen"),
        ("Malmö", "SE", "malmo"),
        ("Zürich", "CH", "zuerich"),
        ("Weißensee", "DE", "weissensee"),
        ("Łódź", "PL", "lodz"),
        ("Αθήνα", "GR", "athina"),
        ("L'Hospitalet de Llobregat", "ES", "l-hospitalet-de-llobregat"),
        ("???", "IT", ""),
        ("x" * 79 + " yz", "", "x" * 79),
    ],
)
def test_a_slug_is_the_name_in_plain_letters(name, country, slug):
    assert slug_for(name, country=country) == slug


@given(st.text(max_size=200), st.sampled_from(["", "DE", "GR", "PL"]))
def test_a_slug_of_anything_fits_into_an_address(name, country):
    slug = slug_for(name, country=country)

    assert len(slug) <= 80
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
