"""Addresses of networks, approaches, decisions, countries and topics."""

from __future__ import annotations

from django.urls import path

from movingcities.website.views import approaches, countries, decisions, networks, topics

urlpatterns = [
    path("networks/", networks.networks, name="networks"),
    path("approaches/", approaches.approaches, name="approaches"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("networks/<str:slug>/", networks.network, name="network"),
    path("approaches/<str:slug>/", approaches.approach, name="approach"),
    path("decisions/<str:slug>/", decisions.decision, name="decision"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:code>/", countries.country, name="country"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<str:slug>/", topics.topic, name="topic"),
]
