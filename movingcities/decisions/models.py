"""Decisions of councils."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from movingcities.evidence.fields import PartialDateBound, PartialDateField
from movingcities.evidence.models import Sourced
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.places.rules import sort_name


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions …"""

    def for_listing(self) -> DecisionQuerySet:
        """… newest first, undated ones last, with place and network."""
        return (
            self.select_related("place", "network")
            .defer("place__other_names", "place__note")
            .order_by(models.F("decided_latest").desc(nulls_last=True), "pk")
        )

    def found_by(self, words: str) -> DecisionQuerySet:
        """… whose address holds these words, and those of places whose name begins like this."""
        folded = sort_name(words)
        if not folded:
            return self.none()
        return self.filter(
            Q(slug__contains=folded.replace(" ", "-")) | Q(place__in=Place.objects.found_by(words))
        )

    def of_place(self, place: Place) -> DecisionQuerySet:
        """… of one place, newest first, with network and sources."""
        return self.filter(place=place).for_listing().prefetch_related("sources")


class Decision(Sourced):
    """What a council decided."""

    class Kind(models.TextChoices):
        """What it was about."""

        SAFE_HARBOUR = "safe-harbour", _("safe harbour")
        RECEPTION_OFFER = "reception-offer", _("offer of reception")
        SANCTUARY = "sanctuary", _("place of sanctuary")
        SOLIDARITY_CITY = "solidarity-city", _("solidarity city")
        ANTI_RACISM = "anti-racism", _("against racism")
        CITY_CARD = "city-card", _("city card")
        PARTICIPATION = "participation", _("participation")
        OTHER = "other", _("other decision")

    slug = models.SlugField(max_length=120, unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="decisions")
    decided = PartialDateField(_("date"))
    decided_earliest = PartialDateBound(of="decided", bound="earliest")
    decided_latest = PartialDateBound(of="decided", bound="latest")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    vote = models.CharField(_("how the council voted"), max_length=300, blank=True)
    network = models.ForeignKey(
        Network,
        verbose_name=_("network it led to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(name="decision_has_a_slug", condition=~Q(slug="")),
        ]
        indexes = [models.Index(fields=["-decided_latest"], name="decision_newest_first")]

    def __str__(self) -> str:
        said = f"{self.place}: {self.get_kind_display()}"
        return f"{said} ({self.decided})" if self.decided else said

    @property
    def decided_on(self) -> PartialDate | None:
        """When it was decided, as far as a source says."""
        return parse_or_none(self.decided)
