"""Template tags that print drawn maps."""

from django import template

from movingcities.map.drawing import Drawing

register = template.Library()


@register.inclusion_tag("map/drawing.html")
def drawn_map(drawing: Drawing) -> dict[str, Drawing]:
    """Print a drawn map inside `<div class="map-frame">`, or nothing if there is none."""
    return {"drawing": drawing}


@register.filter
def whole(number: float) -> int:
    """Return view units without the fractions nobody sees."""
    return round(number)
