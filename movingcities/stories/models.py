"""Stories: words about a fact, one row per fact and language, drafted and reviewed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from movingcities.approaches.models import Approach
from movingcities.blocks.bodies import TakeawaysBlock
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.stories.panels import story_panels
from movingcities.stories.story import Story, StoryQuerySet, one_per, original_has, same_in_all_languages

__all__ = [
    "STORY_MODELS",
    "ApproachStory",
    "CountryStory",
    "DecisionStory",
    "NetworkStory",
    "PlaceStory",
    "Story",
    "StoryQuerySet",
]


class PlaceStory(Story):
    """A portrait of a municipality."""

    fact_name = "place"
    override_translatable_fields = same_in_all_languages("place")
    countries_of_fact = "country"
    needed = ("introduction",)

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="stories")
    subtitle = models.CharField(_("subtitle"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)
    takeaways = StreamField(TakeawaysBlock(), verbose_name=_("what others can take from it"), blank=True)

    panels = story_panels(
        "place",
        "subtitle",
        "introduction",
        "takeaways",
        "body",
        "sources",
        "written",
    )

    class Meta:
        verbose_name = _("portrait of a place")
        verbose_name_plural = _("portraits of places")
        constraints = [
            *one_per("place"),
            original_has("introduction", name="original_portrait_has_an_introduction"),
        ]


class ApproachStory(Story):
    """What is inspiring about an approach, how it works, what came of it, what it takes elsewhere."""

    fact_name = "approach"
    override_translatable_fields = same_in_all_languages("approach")
    countries_of_fact = "places__country"
    needed = ("summary",)

    approach = models.ForeignKey(Approach, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(_("title"), max_length=250)
    short_title = models.CharField(_("short title"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    how_it_works = models.TextField(_("how it works"), blank=True)
    results = models.TextField(_("what came of it"), blank=True)
    transferability = models.TextField(_("what it takes elsewhere (editors’ reading)"), blank=True)
    target_group = models.TextField(_("for whom"), blank=True)
    funding = models.TextField(_("money"), blank=True)
    legal_basis = models.TextField(_("legal ground"), blank=True)

    panels = story_panels(
        "approach",
        "title",
        "short_title",
        "summary",
        "how_it_works",
        "results",
        "transferability",
        "target_group",
        "funding",
        "legal_basis",
        "body",
        "sources",
        "written",
    )

    class Meta:
        verbose_name = _("story of an approach")
        verbose_name_plural = _("stories of approaches")
        constraints = [
            *one_per("approach"),
            original_has("summary", name="original_text_of_an_approach_has_a_summary"),
        ]


class NetworkStory(Story):
    """What a network is and does."""

    fact_name = "network"
    override_translatable_fields = same_in_all_languages("network")
    countries_of_fact = "countries"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="stories")
    description = models.TextField(_("what it does"))

    panels = story_panels("network", "description", "body", "sources", "written")

    class Meta:
        verbose_name = _("description of a network")
        verbose_name_plural = _("descriptions of networks")
        constraints = one_per("network")


class DecisionStory(Story):
    """What a council decided, in plain words."""

    fact_name = "decision"
    override_translatable_fields = same_in_all_languages("decision")
    countries_of_fact = "place__country"
    needed = ("what_was_decided",)

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(_("title"), max_length=250)
    what_was_decided = models.TextField(_("what was decided"), blank=True)

    panels = story_panels(
        "decision",
        "title",
        "what_was_decided",
        "body",
        "sources",
        "written",
    )

    class Meta:
        verbose_name = _("text of a decision")
        verbose_name_plural = _("texts of decisions")
        constraints = [
            *one_per("decision"),
            original_has("what_was_decided", name="original_text_of_a_decision_says_what_was_decided"),
        ]


class CountryStory(Story):
    """What municipalities may decide in a country."""

    fact_name = "country"
    override_translatable_fields = same_in_all_languages("country")
    countries_of_fact = "code"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="stories")
    context = models.TextField(_("what municipalities may decide here"))

    panels = story_panels("country", "context", "body", "sources", "written")

    class Meta:
        verbose_name = _("political context of a country")
        verbose_name_plural = _("political contexts of countries")
        constraints = one_per("country")


STORY_MODELS: tuple[type[Story], ...] = (
    PlaceStory,
    ApproachStory,
    NetworkStory,
    DecisionStory,
    CountryStory,
)
