"""Registers the stories with the editorial system."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from movingcities.stories import models


class PlaceStoryViewSet(SnippetViewSet):
    model = models.PlaceStory
    icon = "home"
    list_display = ("place", "subtitle", "locale", "origin", "live")
    list_filter = ("locale", "origin", "live")


class ApproachStoryViewSet(SnippetViewSet):
    model = models.ApproachStory
    icon = "pick"
    list_display = ("title", "locale", "origin", "live")
    list_filter = ("locale", "origin", "live")


class NetworkStoryViewSet(SnippetViewSet):
    model = models.NetworkStory
    icon = "group"
    list_display = ("network", "locale", "origin", "live")
    list_filter = ("locale", "origin", "live")


class DecisionStoryViewSet(SnippetViewSet):
    model = models.DecisionStory
    icon = "check"
    list_display = ("title", "locale", "origin", "live")
    list_filter = ("locale", "origin", "live")


class CountryStoryViewSet(SnippetViewSet):
    model = models.CountryStory
    icon = "globe"
    list_display = ("country", "locale", "origin", "live")
    list_filter = ("locale", "origin", "live")


class StoriesViewSetGroup(SnippetViewSetGroup):
    menu_label = "Stories"
    menu_icon = "doc-full-inverse"
    menu_order = 150
    items = (
        PlaceStoryViewSet,
        ApproachStoryViewSet,
        NetworkStoryViewSet,
        DecisionStoryViewSet,
        CountryStoryViewSet,
    )


register_snippet(StoriesViewSetGroup)
