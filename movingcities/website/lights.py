"""Places as the map is given them."""

from __future__ import annotations

from movingcities.map.lights import Kind, Light
from movingcities.places.models import Place
from movingcities.website.addresses import place_address


def light_of(place: Place, language: str, *, is_linked: bool = False) -> Light:
    """A place as a light: large with a story or an approach, small with another fact, pale without any.

    What has more to tell gets its name on the map sooner; among equals the larger place.
    """
    kind: Kind = "pale"
    if place.story_count or place.approach_count:
        kind = "story"
    elif place.membership_count or place.decision_count:
        kind = "network"
    weight = 8 * min(place.story_count, 1) + 2 * place.approach_count + place.membership_count
    return Light(
        longitude=place.longitude,
        latitude=place.latitude,
        name=place.name_in(language).text,
        kind=kind,
        href=place_address(place) if is_linked else "",
        hoist=place.hoist,
        weight=weight + min(place.population or 0, 10_000_000) / 10_000_000,
    )
