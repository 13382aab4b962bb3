"""The map app."""

from django.apps import AppConfig


class MapConfig(AppConfig):
    """The drawn map: projection, frames, label placement and SVG from points it is given."""

    name = "movingcities.map"
    label = "map"
