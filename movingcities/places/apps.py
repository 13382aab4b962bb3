from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Every populated place of Europe, and the counties, regions and boroughs that act."""

    name = "movingcities.places"
    verbose_name = "Places"

    def ready(self) -> None:
        from movingcities.places.country_field import use_in_every_form

        use_in_every_form()
