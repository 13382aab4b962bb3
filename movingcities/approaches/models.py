"""Topics and approaches."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from movingcities.evidence.fields import PartialDateBound, PartialDateField
from movingcities.evidence.models import Sourced
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.languages.maps import Said, say_or_fall_back, validate_language_map
from movingcities.places.models import Place
from movingcities.places.rules import sort_name


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics …"""

    def in_order(self) -> TopicQuerySet:
        """… as the editors order them."""
        return self.order_by("position", "slug")

    def with_counts(self) -> TopicQuerySet:
        """… each with `approach_count`, most approaches first."""
        return self.annotate(approach_count=models.Count("approaches")).order_by(
            "-approach_count", "position"
        )


class Topic(models.Model):
    """One of the fields in which municipalities act."""

    slug = models.SlugField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    labels = models.JSONField(_("labels by language"), default=dict, validators=[validate_language_map])
    label_origins = models.JSONField(_("origin of each label"), default=dict, blank=True)
    synonyms = models.JSONField(_("synonyms by language"), default=dict, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [models.CheckConstraint(name="topic_has_a_slug", condition=~Q(slug=""))]

    def __str__(self) -> str:
        return self.labels.get("en", self.slug)

    def label_in(self, language: str) -> Said:
        """Its label for a reader of that language, else the English one."""
        return say_or_fall_back(self.labels, language)


class ApproachQuerySet(models.QuerySet["Approach"]):
    """Approaches …"""

    def for_listing(self) -> ApproachQuerySet:
        """… with places and topics, as a row prints them."""
        return self.prefetch_related(
            models.Prefetch("places", Place.objects.for_listing()),
            models.Prefetch("topics", Topic.objects.in_order()),
        )

    def found_by(self, words: str) -> ApproachQuerySet:
        """… whose address holds these words, and those of places whose name begins like this."""
        folded = sort_name(words)
        if not folded:
            return self.none()
        of_places = Approach.objects.filter(places__in=Place.objects.found_by(words))
        return self.filter(Q(slug__contains=folded.replace(" ", "-")) | Q(pk__in=of_places.values("pk")))

    def of_place(self, place: Place) -> ApproachQuerySet:
        """… of one place, those still running first, with topics and sources."""
        status_order = models.Case(
            *(models.When(status=status, then=position) for position, status in enumerate(STATUS_ORDER)),
            default=len(STATUS_ORDER),
        )
        return (
            self.filter(places=place)
            .prefetch_related(models.Prefetch("topics", Topic.objects.in_order()), "sources")
            .order_by(status_order, "pk")
        )


class Approach(Sourced):
    """Something a municipality does, or did, that others can learn from."""

    class Status(models.TextChoices):
        """Whether it runs today, as far as a source shows."""

        PLANNED = "planned", _("Planned")
        ACTIVE = "active", _("Active")
        ENDED = "ended", _("Ended")
        REVERSED = "reversed", _("Reversed")
        UNKNOWN = "unknown", _("Present unknown")

    slug = models.SlugField(max_length=120, unique=True)
    places = models.ManyToManyField(Place, related_name="approaches", verbose_name=_("places"))
    topics = models.ManyToManyField(Topic, related_name="approaches", verbose_name=_("topics"))
    started = PartialDateField(_("started"))
    started_earliest = PartialDateBound(of="started", bound="earliest")
    started_latest = PartialDateBound(of="started", bound="latest")
    ended = PartialDateField(_("ended"))
    ended_earliest = PartialDateBound(of="ended", bound="earliest")
    ended_latest = PartialDateBound(of="ended", bound="latest")
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.UNKNOWN)
    lead = models.CharField(_("lead"), max_length=300, blank=True)
    partners = models.JSONField(_("partners"), default=list, blank=True)

    objects = ApproachQuerySet.as_manager()

    class Meta:
        verbose_name = _("approach")
        verbose_name_plural = _("approaches")
        constraints = [
            models.CheckConstraint(name="approach_has_a_slug", condition=~Q(slug="")),
            models.CheckConstraint(
                name="approach_ends_after_it_starts",
                condition=Q(started_earliest__isnull=True)
                | Q(ended_latest__isnull=True)
                | Q(ended_latest__gte=models.F("started_earliest")),
            ),
            models.CheckConstraint(
                name="approach_that_runs_or_is_planned_has_no_end",
                condition=~Q(status__in=["planned", "active"]) | Q(ended=""),
            ),
        ]

    def __str__(self) -> str:
        return self.slug.replace("-", " ").capitalize()

    @property
    def started_on(self) -> PartialDate | None:
        """When it began, as far as a source says."""
        return parse_or_none(self.started)

    @property
    def ended_on(self) -> PartialDate | None:
        """When it ended, as far as a source says."""
        return parse_or_none(self.ended)


STATUS_ORDER = (
    Approach.Status.ACTIVE,
    Approach.Status.PLANNED,
    Approach.Status.UNKNOWN,
    Approach.Status.ENDED,
    Approach.Status.REVERSED,
)
