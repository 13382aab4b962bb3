from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Every populated place of Europe, and the counties, regions and boroughs that act."""

    name = "movingcities.places"
    verbose_name = "Places"
