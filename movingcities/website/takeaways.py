"""What others can take from a place or an approach: the editors' reading, always with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from movingcities.approaches.models import Approach
from movingcities.design.components import Link
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, PlaceStory
from movingcities.website.addresses import approach_address
from movingcities.website.phrases import foreign, marked_places, paragraphs
from movingcities.website.rows import place_link


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One reading: flags and name of the place or approach, and the sentence with its language if foreign."""

    letters: str
    name: Link
    place: str
    text: str
    language: str


def takeaways_of_portraits(
    portraits: Iterable[tuple[Place, PlaceStory]], language: str, *, limit: int
) -> list[Takeaway]:
    """The first takeaway of each portrait, up to the limit."""
    chosen = []
    for place, story in portraits:
        teller = story.teller("takeaways")
        text = next((str(block.value) for block in teller.takeaways), "")
        if text:
            written_in = foreign(teller.language, language)
            chosen.append(Takeaway(place.hoist, place_link(place, language), "", text, written_in))
        if len(chosen) == limit:
            break
    return chosen


def takeaway_of_approach(approach: Approach, story: ApproachStory | None, language: str) -> Takeaway | None:
    """What the approach takes elsewhere; None where nobody has read that yet."""
    said = story.said("transferability") if story else None
    text = next(iter(paragraphs(said.text)), "") if said else ""
    if not story or not said or not text:
        return None
    places = list(approach.places.all())
    return Takeaway(
        letters=places[0].hoist if places else "",
        name=Link(
            story.short_title or story.title,
            approach_address(approach),
            foreign(story.language, language),
        ),
        place=marked_places(places, language),
        text=text,
        language=foreign(said.language, language),
    )
