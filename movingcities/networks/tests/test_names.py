"""What a network is called for a reader, and in which language that name is."""

import pytest

from movingcities.languages.maps import Said
from movingcities.networks.models import Network


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"de": "Charta für die Integration"}, Said("Charta für die Integration", "de")),
        ({"de": "Carta per l’integrazione"}, Said("Carta per l’integrazione", "it")),
        ({"de": "Carta per l'integrazione (CPI)"}, Said("Carta per l'integrazione (CPI)", "it")),
        ({}, Said("Carta per l'integrazione", "it")),
    ],
)
def test_a_name_that_a_language_keeps_is_still_in_its_own(names, said):
    network = Network(name="Carta per l'integrazione", language="it", names=names)

    assert network.name_in("de") == said
