"""Template tags that print drawn maps."""

from django import template

from movingcities.map.drawing import Drawing
from movingcities.map.frames import EUROPE_BASE, FINE_BASE

register = template.Library()


@register.inclusion_tag("map/living.html")
def drawn_map(
    drawing: Drawing | None, lights: str = "", is_hero: bool = False, points: str = "", names: str = ""
) -> dict[str, object]:
    """Print a drawn map inside `<div class="map-frame">`, or nothing if there is none.

    With the address of its `lights`, that is `lights.json` below a list of places, the script may bring
    it to life; a hero, that lies behind a headline, only on the full screen. With the address of all places
    as `points`, and that of `names` for those in sight, it shows them as night lights.
    """
    if drawing is None or not lights:
        return {"drawing": drawing}
    frame = drawing.frame
    return {
        "drawing": drawing,
        "lights": lights,
        "search": lights.replace("lights.json", ""),
        "corner": " ".join(
            f"{metres / 1000:.7g}" for metres in (frame.west, frame.north, frame.metres_per_unit)
        ),
        "fine": FINE_BASE.file if frame.base == EUROPE_BASE else "",
        "is_hero": is_hero,
        "points": points,
        "names": names,
    }


@register.filter
def whole(number: float) -> int:
    """Return view units without the fractions nobody sees."""
    return round(number)
