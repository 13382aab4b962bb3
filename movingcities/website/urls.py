"""Public addresses of facts, stable in every language (ADR 3)."""

from __future__ import annotations

from django.urls import path

from movingcities.website.feeds import LatestChanges
from movingcities.website.news_feed import News
from movingcities.website.views import (
    about_data,
    accessibility,
    approaches,
    countries,
    decisions,
    map_data,
    networks,
    place,
    places,
    search,
    share_card,
    sources,
    topics,
)

app_name = "website"
urlpatterns = [
    path("share.png", share_card.home, name="share_card"),
    path("places/", places.places, name="places"),
    path("places/lights.json", map_data.lights, name="lights"),
    path("places/<str:country>/", place.places_of_country, name="places_of_country"),
    path("places/<str:country>/<str:slug>/", place.place, name="place"),
    path("places/<str:country>/<str:slug>/share.png", share_card.place, name="place_share_card"),
    path("places/<str:country>/<str:slug>/card/", map_data.card, name="place_card"),
    path("map/names.json", map_data.names, name="map_names"),
    path("map/all-places.json", map_data.all_places, name="current_places"),
    path("map/all-places.<str:digest>.json", map_data.all_places, name="all_places"),
    path("networks/", networks.networks, name="networks"),
    path("networks/<str:slug>/", networks.network, name="network"),
    path("networks/<str:slug>/share.png", share_card.network, name="network_share_card"),
    path("approaches/", approaches.approaches, name="approaches"),
    path("approaches/<str:slug>/", approaches.approach, name="approach"),
    path("approaches/<str:slug>/share.png", share_card.approach, name="approach_share_card"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/<str:slug>/", decisions.decision, name="decision"),
    path("decisions/<str:slug>/share.png", share_card.decision, name="decision_share_card"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:code>/", countries.country, name="country"),
    path("countries/<str:code>/share.png", share_card.country, name="country_share_card"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<str:slug>/", topics.topic, name="topic"),
    path("topics/<str:slug>/share.png", share_card.topic, name="topic_share_card"),
    path("sources/", sources.sources, name="sources"),
    path("about-the-data/", about_data.about_the_data, name="about_the_data"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("search/", search.search, name="search"),
    path("feed/", LatestChanges(), name="feed"),
    path("feed/news/", News(), name="news_feed"),
    # Last: whatever comes before the card's own word is the address of an editorial page.
    path("<path:address>/share.png", share_card.page, name="page_share_card"),
]

# First words at which other parts of the site answer (config/urls.py).
OTHER_FIRST_WORDS = ("design", "admin", "media", "documents", "api", "account", "accounts")


def first_words() -> set[str]:
    """The first words of addresses at which the website itself answers."""
    own = {str(each.pattern).partition("/")[0] for each in urlpatterns}
    return {word for word in own if not word.startswith("<")} | set(OTHER_FIRST_WORDS)
