"""Template tags that print drawn maps."""

from django import template

from movingcities.map.drawing import OUTLINES_CREDIT, PLACES_CREDIT, Drawing

register = template.Library()


@register.inclusion_tag("map/drawing.html")
def drawn_map(drawing: Drawing) -> dict[str, Drawing]:
    """Print a drawn map inside `<div class="map-frame">`, or nothing if there is none."""
    return {"drawing": drawing}


@register.simple_tag
def map_credit() -> str:
    """Return the credit that stands under every map: outlines, then places."""
    return f"{OUTLINES_CREDIT}; {PLACES_CREDIT}"


@register.filter
def whole(number: float) -> int:
    """Return view units without the fractions nobody sees."""
    return round(number)
