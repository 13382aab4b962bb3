"""Stories: words about a fact, one row per fact and language, drafted and reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from movingcities.approaches.models import Approach
from movingcities.blocks.text import BodyBlock, TakeawaysBlock
from movingcities.decisions.models import Decision
from movingcities.evidence.fields import PartialDateField
from movingcities.evidence.models import Source
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place


class StoryQuerySet(models.QuerySet[Any]):
    """Stories …"""

    def published(self) -> Self:
        """… that readers may see, with their language."""
        return self.filter(live=True).select_related("locale")

    def in_language(self, language: str) -> Self:
        """… published in a language, or in the fallback language where that one is missing."""
        return self.published().filter(locale__language_code__in={language, FALLBACK_LANGUAGE})

    def by_fact(self, fact_ids: Iterable[Any], language: str) -> dict[Any, Any]:
        """{primary key of the fact: its story in the language, else in the fallback language}; one query."""
        name = self.model.fact_name
        stories = self.in_language(language).filter(**{f"{name}__in": list(fact_ids)})
        chosen: dict[Any, Any] = {}
        for story in stories:
            fact_id = getattr(story, f"{name}_id")
            if fact_id not in chosen or story.language == language:
                chosen[fact_id] = story
        return chosen


class Story(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    ClusterableModel,
):
    """What every story shares; `fact_name` names the field that holds its fact."""

    class Origin(models.TextChoices):
        """Where the words come from."""

        ORIGINAL = "original", _("written in this language")
        HUMAN = "human", _("translated by a person")
        MACHINE = "machine", _("machine translation, not yet checked by a person")

    fact_name: ClassVar[str]

    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.ORIGINAL)
    written = PartialDateField(_("written"))
    sources = ParentalManyToManyField(Source, blank=True, related_name="+", verbose_name=_("sources"))
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{getattr(self, self.fact_name)} ({self.language})"

    @property
    def revisions(self) -> Any:
        """The revisions of this story (Wagtail asks for this name)."""
        return self._revisions

    @property
    def language(self) -> str:
        """The code of the language it is written in."""
        return str(self.locale.language_code)

    @property
    def written_on(self) -> PartialDate | None:
        """When it was written, as far as that is noted."""
        return parse_or_none(self.written)


def one_per(fact: str) -> list[models.BaseConstraint]:
    """The constraints of a story table: one story per fact and language."""
    return [
        models.UniqueConstraint(name=f"{fact}_story_is_unique_per_language", fields=[fact, "locale"]),
        models.UniqueConstraint(
            name=f"{fact}_story_translation_is_unique_per_language",
            fields=["translation_key", "locale"],
        ),
    ]


class PlaceStory(Story):
    """A portrait of a municipality."""

    fact_name = "place"

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="stories")
    subtitle = models.CharField(_("subtitle"), max_length=200)
    introduction = models.TextField(_("introduction"))
    takeaways = StreamField(TakeawaysBlock(), verbose_name=_("what others can take from it"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    panels = [
        FieldPanel(name)
        for name in (
            "place",
            "subtitle",
            "introduction",
            "takeaways",
            "body",
            "sources",
            "origin",
            "written",
        )
    ]

    class Meta:
        verbose_name = _("portrait of a place")
        verbose_name_plural = _("portraits of places")
        constraints = one_per("place")


class ApproachStory(Story):
    """What is inspiring about an approach, how it works, what came of it, what it takes elsewhere."""

    fact_name = "approach"

    approach = models.ForeignKey(Approach, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(_("title"), max_length=250)
    short_title = models.CharField(_("short title"), max_length=120, blank=True)
    summary = models.TextField(_("summary"))
    how_it_works = models.TextField(_("how it works"), blank=True)
    results = models.TextField(_("what came of it"), blank=True)
    transferability = models.TextField(_("what it takes elsewhere (editors’ reading)"), blank=True)
    target_group = models.TextField(_("for whom"), blank=True)
    funding = models.TextField(_("money"), blank=True)
    legal_basis = models.TextField(_("legal ground"), blank=True)

    panels = [
        FieldPanel(name)
        for name in (
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
            "sources",
            "origin",
            "written",
        )
    ]

    class Meta:
        verbose_name = _("story of an approach")
        verbose_name_plural = _("stories of approaches")
        constraints = one_per("approach")


class NetworkStory(Story):
    """What a network is and does."""

    fact_name = "network"

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="stories")
    description = models.TextField(_("what it does"))

    panels = [FieldPanel(name) for name in ("network", "description", "sources", "origin", "written")]

    class Meta:
        verbose_name = _("description of a network")
        verbose_name_plural = _("descriptions of networks")
        constraints = one_per("network")


class DecisionStory(Story):
    """What a council decided, in plain words."""

    fact_name = "decision"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(_("title"), max_length=250)
    what_was_decided = models.TextField(_("what was decided"))

    panels = [
        FieldPanel(name)
        for name in (
            "decision",
            "title",
            "what_was_decided",
            "sources",
            "origin",
            "written",
        )
    ]

    class Meta:
        verbose_name = _("text of a decision")
        verbose_name_plural = _("texts of decisions")
        constraints = one_per("decision")


class CountryStory(Story):
    """What municipalities may decide in a country."""

    fact_name = "country"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="stories")
    context = models.TextField(_("what municipalities may decide here"))

    panels = [FieldPanel(name) for name in ("country", "context", "sources", "origin", "written")]

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
