"""Fills the database of the journeys with a small, connected world: `python -m tests.journeys.populate`."""

import django

if __name__ == "__main__":
    django.setup()

from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import GuidePage
from movingcities.pages.tests.factories import article, body, page
from movingcities.places.models import Country
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)


def populate() -> None:
    """Potsdam and Palermo act, Quedlinburg does not yet; each kind of thing exists once at least."""
    potsdam = PlaceFactory(name="Potsdam", names={"el": "Πότσνταμ"}, population=180_000)
    palermo = PlaceFactory(name="Palermo", country="IT", latitude=38.12, longitude=13.36, population=630_000)
    PlaceFactory(name="Quedlinburg", latitude=51.79, longitude=11.14, population=24_000)
    network = NetworkFactory(name="Cities of Safe Harbours", slug="safe-harbours")
    for place in (potsdam, palermo):
        MembershipFactory(place=place, network=network)
    MembershipFactory(
        place=potsdam, network=NetworkFactory(name="Open Ports", slug="open-ports"), since="2015"
    )
    approach = ApproachFactory(
        slug="potsdam-welcome",
        places=[potsdam],
        topics=[TopicFactory(labels={"en": "Arrival", "el": "Άφιξη"})],
    )
    approach_story(approach, title="A welcome at the station", summary="Volunteers meet every train.")
    approach_story(
        approach,
        language="el",
        origin="machine",
        title="Υποδοχή στον σταθμό και στέγαση",
        summary="Εθελοντές περιμένουν κάθε τρένο.",
    )
    approach_story(
        approach, language="de", title="Nachbarschaftsdokument", summary="Freiwillige erwarten jeden Zug."
    )
    decision_story(DecisionFactory(place=potsdam), title="Potsdam declares itself a safe harbour")
    network_story(network)
    NetworkFactory(name="Cities under Sail", slug="sails")
    place_story(potsdam, subtitle="A safe harbour on the Havel")
    country_story(potsdam.country)
    ensure_home_pages(featured=[potsdam, palermo], hostname="127.0.0.1", port=80)
    _make_pages()
    rebuild_index()


def _make_pages() -> None:
    sections = body(*((f"Part {number} of the harbour", "<p>A text about it.</p>") for number in range(4)))
    about = page(title="About the harbour", body=sections)
    page(GuidePage, "begin", parent=about, title="How a town begins", audience="for councils")
    germany = Country.objects.get(code="DE")
    article("assembly", kind="event", country=germany, where="Potsdam", title="Assembly of the harbours")
    article("joined", title="Another town joins", body=sections)


if __name__ == "__main__":
    populate()
