"""Networks and memberships."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from movingcities.evidence.fields import PartialDateBound, PartialDateField
from movingcities.evidence.models import Sourced
from movingcities.kit.folding import fold
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.languages.maps import UNKNOWN_LANGUAGE, Said, say, validate_language_map
from movingcities.places.models import Country, Place
from movingcities.places.rules import sort_name


class NetworkQuerySet(models.QuerySet["Network"]):
    """Networks …"""

    def for_listing(self) -> NetworkQuerySet:
        """… largest first, with what a row prints."""
        return self.order_by("-member_count", "sort_name", "pk")

    def found_by(self, words: str) -> NetworkQuerySet:
        """… whose own name or address holds these words, whatever their case and accents."""
        folded = sort_name(words)
        if not folded:
            return self.none()
        return self.filter(Q(sort_name__contains=folded) | Q(slug__contains=folded.replace(" ", "-")))


class Network(Sourced):
    """A lasting or time-limited union that municipalities join or take part in."""

    class Kind(models.TextChoices):
        """What joining means."""

        NETWORK = "network", _("network")
        CAMPAIGN = "campaign", _("campaign")
        CHARTER = "charter", _("charter")
        ALLIANCE = "alliance", _("alliance")
        PROJECT = "project", _("project")

    class Scope(models.TextChoices):
        """How far it reaches."""

        NATIONAL = "national", _("national")
        EUROPEAN = "european", _("European")
        GLOBAL = "global", _("global")

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("own name"), max_length=300)
    language = models.CharField(_("language of the own name"), max_length=10, blank=True)
    names = models.JSONField(
        _("names in other languages"),
        default=dict,
        blank=True,
        validators=[validate_language_map],
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    scope = models.CharField(_("scope"), max_length=20, choices=Scope)
    countries = models.ManyToManyField(
        Country, blank=True, related_name="networks", verbose_name=_("countries")
    )
    founded = PartialDateField(_("founded"))
    founded_earliest = PartialDateBound(of="founded", bound="earliest")
    founded_latest = PartialDateBound(of="founded", bound="latest")
    website = models.URLField(_("website"), max_length=500, blank=True)

    # Derived, kept true by the actions.
    sort_name = models.CharField(max_length=200, editable=False)
    member_count = models.PositiveIntegerField(default=0, editable=False)
    country_count = models.PositiveIntegerField(default=0, editable=False)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        constraints = [
            models.CheckConstraint(
                name="network_has_a_name_and_a_slug",
                condition=~Q(name="") & ~Q(slug=""),
            ),
            models.CheckConstraint(
                name="network_with_members_has_them_in_a_country",
                condition=Q(member_count=0, country_count=0)
                | Q(member_count__gte=models.F("country_count"), country_count__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def own_name(self) -> Said:
        """The name it gives itself, with its language, which may be unknown."""
        return Said(self.name, self.language or UNKNOWN_LANGUAGE)

    @property
    def founded_on(self) -> PartialDate | None:
        """When it was founded, as far as a source says."""
        return parse_or_none(self.founded)

    @property
    def is_time_limited(self) -> bool:
        """Projects end: a municipality took part in one, it is not a member."""
        return self.kind == self.Kind.PROJECT

    def name_in(self, language: str) -> Said:
        """Its name for a reader of that language, else its own name.

        Where the language keeps the own name, perhaps with an abbreviation after it, it is still in its own.
        """
        said = say(self.names, language, otherwise=self.own_name)
        if fold(said.text).startswith(fold(self.name)):
            return Said(said.text, self.own_name.language)
        return said


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships …"""

    def of_place(self, place: Place) -> MembershipQuerySet:
        """… of one place: lasting ones before projects, the longest dated first, with network and sources."""
        return (
            self.filter(place=place)
            .select_related("network")
            .prefetch_related("sources")
            .order_by(
                models.Case(models.When(network__kind=Network.Kind.PROJECT, then=1), default=0),
                models.F("since_earliest").asc(nulls_last=True),
                "network__sort_name",
            )
        )

    def of_network(self, network: Network) -> MembershipQuerySet:
        """… of one network, by country and name, with the place."""
        return self.of_networks([network])

    def of_networks(self, networks: Collection[Network]) -> MembershipQuerySet:
        """… of several networks, by country and name, with the place."""
        return (
            self.filter(network__in=networks)
            .select_related("place")
            .defer("place__other_names", "place__note")
            .order_by("place__country_id", "place__sort_name", "pk")
        )

    def found_by(self, words: str) -> MembershipQuerySet:
        """… of places whose name begins like this, and of networks found by these words."""
        return self.filter(
            Q(place__in=Place.objects.found_by(words)) | Q(network__in=Network.objects.found_by(words))
        )


class Membership(Sourced):
    """A place belongs to a network, or took part in a project."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="memberships")
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="memberships")
    since = PartialDateField(_("since"))
    since_earliest = PartialDateBound(of="since", bound="earliest")
    since_latest = PartialDateBound(of="since", bound="latest")
    until = PartialDateField(_("until"))
    until_earliest = PartialDateBound(of="until", bound="earliest")
    until_latest = PartialDateBound(of="until", bound="latest")
    role = models.CharField(_("role"), max_length=100, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                name="membership_is_unique_per_place_and_network",
                fields=["place", "network"],
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(since_earliest__isnull=True)
                | Q(until_latest__isnull=True)
                | Q(until_latest__gte=models.F("since_earliest")),
            ),
        ]

    def __str__(self) -> str:
        return _("%(place)s in “%(network)s”") % {"place": self.place, "network": self.network}

    @property
    def since_on(self) -> PartialDate | None:
        """Since when, as far as a source says."""
        return parse_or_none(self.since)

    @property
    def until_on(self) -> PartialDate | None:
        """Until when, as far as a source says."""
        return parse_or_none(self.until)
