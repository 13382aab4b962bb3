"""Registers the stories with the editorial system."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from movingcities.stories import models
from movingcities.stories.views import StoryViewSet


class PlaceStoryViewSet(StoryViewSet):
    model = models.PlaceStory
    icon = "home"
    search_fields = ("place__name", "subtitle", "introduction")
    list_display = ("place", "subtitle", "locale", "origin", "live")


class ApproachStoryViewSet(StoryViewSet):
    model = models.ApproachStory
    icon = "pick"
    search_fields = ("title", "summary")
    list_display = ("title", "locale", "origin", "live")


class NetworkStoryViewSet(StoryViewSet):
    model = models.NetworkStory
    icon = "group"
    search_fields = ("network__name", "description")
    list_display = ("network", "locale", "origin", "live")


class DecisionStoryViewSet(StoryViewSet):
    model = models.DecisionStory
    icon = "check"
    search_fields = ("title", "what_was_decided", "decision__place__name")
    list_display = ("title", "locale", "origin", "live")


class CountryStoryViewSet(StoryViewSet):
    model = models.CountryStory
    icon = "globe"
    search_fields = ("country__code", "context")
    list_display = ("country", "locale", "origin", "live")


class StoriesViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Stories")
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
