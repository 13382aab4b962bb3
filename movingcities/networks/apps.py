from django.apps import AppConfig


class NetworksConfig(AppConfig):
    """Who stands together: networks, campaigns, charters, alliances, projects and their members."""

    name = "movingcities.networks"
    verbose_name = "Networks"
