"""Countries and places."""

from __future__ import annotations

import re

from django.db import models
from django.db.models.functions import Upper
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from movingcities.evidence.models import Sourced
from movingcities.kit.folding import is_latin
from movingcities.languages.maps import FALLBACK_LANGUAGE, UNKNOWN_LANGUAGE, Said, say, validate_language_map
from movingcities.languages.saying import main_language
from movingcities.places.rules import sort_name


class Country(models.Model):
    """A country of the scope; its names come from CLDR (movingcities.languages.saying)."""

    code = models.CharField(_("ISO 3166-1 code"), max_length=2, primary_key=True)
    is_eu_member = models.BooleanField(_("member of the European Union"), default=False)
    is_council_of_europe_member = models.BooleanField(_("member of the Council of Europe"), default=False)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            models.CheckConstraint(
                name="country_code_is_written_in_capitals",
                condition=models.Q(code=Upper("code")),
            ),
            models.CheckConstraint(
                name="country_in_the_eu_is_in_the_council_of_europe",
                condition=models.Q(is_eu_member=False) | models.Q(is_council_of_europe_member=True),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places …"""

    def active(self) -> PlaceQuerySet:
        """… with a membership, decision, approach or story."""
        return self.filter(is_active=True)

    def for_listing(self) -> PlaceQuerySet:
        """… with only the columns a row of a list prints."""
        return self.defer("other_names", "note")

    def found_by(self, words: str) -> PlaceQuerySet:
        """… whose name begins like this, whatever its case, accents and alphabet."""
        beginning = sort_name(words)
        return self.filter(sort_name__startswith=beginning) if beginning else self.none()

    def on_the_map(self) -> PlaceQuerySet:
        """… with a position."""
        return self.filter(easting__isnull=False)

    def for_lights(self, *, everywhere: bool = False) -> PlaceQuerySet:
        """… with a position and only the columns a light on the map needs; `everywhere`: also without one."""
        return (self if everywhere else self.on_the_map()).only(
            "pk",
            "slug",
            "country_id",
            "kind",
            "name",
            "names",
            "hoist",
            "latitude",
            "longitude",
            "easting",
            "northing",
            "population",
            "membership_count",
            "decision_count",
            "approach_count",
            "story_count",
        )


class Place(Sourced):
    """A populated place, or a county, region, metropolitan body or borough that acts."""

    class Kind(models.TextChoices):
        """What a place is; a gazetteer row stays a populated place until a human confirms it (ADR 11)."""

        MUNICIPALITY = "municipality", _("municipality")
        COUNTY = "county", _("county")
        REGION = "region", _("region")
        METROPOLITAN = "metropolitan", _("metropolitan area")
        BOROUGH = "borough", _("borough")
        POPULATED_PLACE = "populated-place", _("place")

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="places")
    slug = models.SlugField(max_length=120, db_index=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.POPULATED_PLACE)
    geonames_id = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True, unique=True)
    seat_geonames_id = models.PositiveIntegerField(_("GeoNames number of the seat"), null=True, blank=True)
    admin1 = models.CharField(_("first-order division (code)"), max_length=20, blank=True)
    name = models.CharField(_("local name"), max_length=200)
    names = models.JSONField(
        _("names in other languages"),
        default=dict,
        blank=True,
        validators=[validate_language_map],
    )
    other_names = models.TextField(_("other names, for the search"), blank=True)
    note = models.CharField(_("note on kind, position or population"), max_length=300, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    population = models.PositiveIntegerField(_("residents (GeoNames)"), null=True, blank=True)

    # Derived from the columns above by the actions.
    easting = models.IntegerField(_("easting, metres, EPSG:3035"), null=True, editable=False)
    northing = models.IntegerField(_("northing, metres, EPSG:3035"), null=True, editable=False)
    hoist = models.CharField(_("letters it flies"), max_length=3, blank=True, editable=False)
    sort_name = models.CharField(max_length=200, editable=False)

    # Kept true by the actions of the apps above (ADR 13).
    membership_count = models.PositiveIntegerField(default=0, editable=False)
    decision_count = models.PositiveIntegerField(default=0, editable=False)
    approach_count = models.PositiveIntegerField(default=0, editable=False)
    story_count = models.PositiveIntegerField(default=0, editable=False)
    first_member_on = models.DateField(null=True, editable=False)
    is_active = models.BooleanField(default=False, editable=False)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(name="place_slug_is_unique_in_its_country", fields=["country", "slug"]),
            models.CheckConstraint(
                name="place_has_a_name_and_a_slug",
                condition=~models.Q(name="") & ~models.Q(slug=""),
            ),
            models.CheckConstraint(
                name="place_latitude_and_longitude_come_together_and_lie_on_the_globe",
                # A comparison with nothing is neither true nor false, and a check lets that pass.
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__gte=-90,
                    latitude__lte=90,
                    longitude__gte=-180,
                    longitude__lte=180,
                ),
            ),
            models.CheckConstraint(
                name="place_is_active_when_something_is_known_of_it",
                condition=models.Q(
                    is_active=False,
                    membership_count=0,
                    decision_count=0,
                    approach_count=0,
                    story_count=0,
                )
                | models.Q(is_active=True)
                & (
                    models.Q(membership_count__gt=0)
                    | models.Q(decision_count__gt=0)
                    | models.Q(approach_count__gt=0)
                    | models.Q(story_count__gt=0)
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-membership_count", "-population", "sort_name", "id"],
                name="place_by_networks",
            ),
            models.Index(
                fields=[
                    "country",
                    "-membership_count",
                    "-population",
                    "sort_name",
                    "id",
                ],
                name="place_by_country_and_networks",
            ),
            models.Index(fields=["-population", "sort_name", "id"], name="place_by_population"),
            models.Index(
                fields=["country", "-population", "sort_name", "id"],
                name="place_by_country_population",
            ),
            models.Index(fields=["sort_name", "id"], name="place_by_name"),
            models.Index(fields=["country", "sort_name", "id"], name="place_by_country_and_name"),
            models.Index(
                fields=["northing", "easting"],
                name="place_active_by_position",
                condition=models.Q(is_active=True),
            ),
            models.Index(
                fields=["country", "-membership_count"],
                name="place_active_by_country",
                condition=models.Q(is_active=True),
            ),
            models.Index(
                fields=["country", "population"],
                name="place_active_by_size",
                condition=models.Q(is_active=True),
            ),
            # Undated ones last, which a plain index cannot do on both databases.
            models.Index(
                IsNull(models.F("first_member_on"), True),
                "first_member_on",
                "sort_name",
                "id",
                name="place_by_first_membership",
            ),
            # Holds all that a count of the whole gazetteer reads, so that the table is left alone.
            models.Index(
                fields=["is_active", "country", "kind", "population", "easting"],
                name="place_by_activity_and_kind",
            ),
            models.Index(fields=["hoist"], name="place_by_hoist"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """Country and slug in one word, as the dataset writes it: de-potsdam."""
        return f"{self.country_id.lower()}-{self.slug}"

    @property
    def initial(self) -> str:
        """The first letter it flies: its place in the find-by-flag alphabet."""
        return self.hoist[:1]

    @property
    def local_name(self) -> Said:
        """Its name where it lies, with the language where only one comes into question.

        GeoNames writes main names partly in English: nobody has noted the language of an unconfirmed row.
        Greek, Georgian and Armenian letters tell by themselves.
        """
        if not is_latin(self.name):
            return Said(self.name, self._language_of_letters())
        if self.kind == self.Kind.POPULATED_PLACE:
            return Said(self.name, "")
        return Said(self.name, main_language(self.country_id))

    def _language_of_letters(self) -> str:
        for letters, language in LETTERS_OF_ONE_LANGUAGE.items():
            if letters.search(self.name):
                return language
        language = main_language(self.country_id)
        return language if language in CYRILLIC_LANGUAGES else UNKNOWN_LANGUAGE

    def name_in(self, language: str) -> Said:
        """Its name for a reader of that language: the exonym where there is one, else the local name.

        In letters that language does not use a name cannot be read; the English one can.
        """
        said = say(self.names, language, otherwise=self.local_name)
        if said.language == language or is_latin(said.text):
            return said
        return say(self.names, FALLBACK_LANGUAGE, otherwise=said)


CYRILLIC_LANGUAGES = frozenset({"bg", "mk", "sr", "uk", "ru", "be"})
LETTERS_OF_ONE_LANGUAGE = {
    re.compile("[\u0370-\u03ff]"): "el",
    re.compile("[\u10a0-\u10ff]"): "ka",
    re.compile("[\u0530-\u058f]"): "hy",
}
