"""The index: what can be found, in words that are ready to be compared."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    """What a search finds."""

    PLACE = "place"
    NETWORK = "network"
    APPROACH = "approach"
    DECISION = "decision"
    COUNTRY = "country"
    TOPIC = "topic"


class SearchDocument(models.Model):
    """The names of one record (language empty), or one text about it in one language.

    Backends keep a word index over `names` and `text` (movingcities.search.backends).
    """

    kind = models.CharField(max_length=10, choices=Kind)
    # Primary key of the record; a country is known by its code and has none here.
    object_id = models.BigIntegerField(null=True)
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=10, blank=True)

    # Folded and joined by movingcities.search.rules.
    names = models.TextField(blank=True)
    text = models.TextField(blank=True)

    # What is shown of a text: not folded.
    heading = models.CharField(max_length=300, blank=True)
    excerpt = models.TextField(blank=True)

    # Among equally good answers the larger comes first.
    weight = models.IntegerField(default=0)
    population = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="search_document_is_unique_per_record_and_language",
                fields=["kind", "object_id", "language"],
                condition=Q(object_id__isnull=False),
            ),
            models.UniqueConstraint(
                name="search_document_is_unique_per_country_and_language",
                fields=["country", "language"],
                condition=Q(kind="country"),
            ),
            models.CheckConstraint(
                name="search_document_of_a_country_has_its_code_and_others_a_key",
                condition=Q(kind="country", object_id__isnull=True) & ~Q(country="")
                | ~Q(kind="country") & Q(object_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id or self.country} {self.language}".strip()
