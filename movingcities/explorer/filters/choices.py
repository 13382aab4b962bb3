"""The options that are ours: how they are written in an address, and what they are called."""

from __future__ import annotations

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _


class Size(TextChoices):
    """Classes of size, in residents; a place whose residents are unknown is in none."""

    UNDER_10_000 = "under-10000", _("under 10,000")
    FROM_10_000 = "10000-49999", _("10,000 to 49,999")
    FROM_50_000 = "50000-249999", _("50,000 to 249,999")
    FROM_250_000 = "250000-999999", _("250,000 to 999,999")
    FROM_1_000_000 = "from-1000000", _("a million and more")

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The smallest number of residents in the class, and the smallest above it."""
        return _BOUNDS[self]

    @property
    def condition(self) -> Q:
        """The places of the class."""
        lowest, above = self.bounds
        condition = Q(population__gte=lowest)
        return condition if above is None else condition & Q(population__lt=above)


_BOUNDS: dict[Size, tuple[int, int | None]] = {
    # GeoNames writes 0 where it knows no number.
    Size.UNDER_10_000: (1, 10_000),
    Size.FROM_10_000: (10_000, 50_000),
    Size.FROM_50_000: (50_000, 250_000),
    Size.FROM_250_000: (250_000, 1_000_000),
    Size.FROM_1_000_000: (1_000_000, None),
}


class Has(TextChoices):
    """What is known of a place."""

    STORY = "story", _("a portrait")
    APPROACH = "approach", _("an approach")
    DECISION = "decision", _("a decision")

    @property
    def condition(self) -> Q:
        """The places of which that is known."""
        return Q(**{f"{self.value}_count__gt": 0})


class Scope(TextChoices):
    """Which places come into question."""

    ACTIVE = "active", _("active places")
    ALL = "all", _("all places")


class PlaceSort(TextChoices):
    """In which order places are listed."""

    NETWORKS = "networks", _("Most networks")
    NAME = "name", _("Name")
    POPULATION = "population", _("Residents")
    FIRST = "first", _("First joined")


class ApproachSort(TextChoices):
    """In which order approaches are listed."""

    STARTED = "started", _("Latest start first")
    OLDEST = "oldest", _("Earliest start first")
    CHANGED = "changed", _("Last changed here")


class DecisionSort(TextChoices):
    """In which order decisions are listed."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")
    PLACE = "place", _("Place")


class NetworkSort(TextChoices):
    """In which order networks are listed."""

    MEMBERS = "members", _("Most places")
    NAME = "name", _("Name")
    FOUNDED = "founded", _("Longest standing")
