"""Public addresses of facts, stable in every language (ADR 3)."""

from __future__ import annotations

from django.urls import path

from movingcities.website import facts_urls
from movingcities.website.feeds import LatestChanges
from movingcities.website.views import about_data, place, places, search, sources

app_name = "website"
urlpatterns = [
    path("places/", places.places, name="places"),
    path("places/<str:country>/", place.places_of_country, name="places_of_country"),
    path("places/<str:country>/<str:slug>/", place.place, name="place"),
    *facts_urls.urlpatterns,
    path("sources/", sources.sources, name="sources"),
    path("about-the-data/", about_data.about_the_data, name="about_the_data"),
    path("search/", search.search, name="search"),
    path("feed/", LatestChanges(), name="feed"),
]
