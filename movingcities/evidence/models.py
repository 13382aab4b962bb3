"""Sources, the mixin of every record that has some, and addresses things had before."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from movingcities.evidence.fields import PartialDateBound, PartialDateField
from movingcities.kit.partial_date import PartialDate, parse_or_none


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources …"""

    def for_listing(self) -> SourceQuerySet:
        """… in the order a reader looks for them: publisher, then title; those that name none last."""
        return self.order_by(
            models.Case(
                models.When(publisher="", title="", then=2), models.When(publisher="", then=1), default=0
            ),
            "publisher",
            "title",
            "url",
        )

    def found_by(self, words: str) -> SourceQuerySet:
        """… whose title, publisher or address holds these words."""
        return self.filter(
            models.Q(title__icontains=words)
            | models.Q(publisher__icontains=words)
            | models.Q(url__icontains=words)
        )


class Source(models.Model):
    """A public page where a fact was seen."""

    url = models.URLField(_("address"), max_length=500, unique=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=300, blank=True)
    published = PartialDateField(_("published"))
    published_earliest = PartialDateBound(of="published", bound="earliest")
    published_latest = PartialDateBound(of="published", bound="latest")
    language = models.CharField(_("language"), max_length=10, blank=True)
    read_on = PartialDateField(
        _("read"),
        help_text=_("When somebody read it for us, as a stored copy or live."),
    )
    last_checked_at = models.DateTimeField(_("link last checked"), null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(_("answer of the last check"), null=True, blank=True)
    archive_url = models.URLField(_("archived copy"), max_length=500, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                name="source_address_is_a_web_address",
                condition=models.Q(url__startswith="https://") | models.Q(url__startswith="http://"),
            ),
            models.CheckConstraint(
                name="source_status_comes_with_the_time_of_the_check",
                condition=models.Q(last_status__isnull=True) | models.Q(last_checked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.host

    @property
    def host(self) -> str:
        """The address's host without www: what a reader recognises."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def published_on(self) -> PartialDate | None:
        """When it was published, as far as the source says so."""
        return parse_or_none(self.published)


class Sourced(models.Model):
    """What every fact shares: the sources it rests on. The actions refuse a record without one."""

    sources = models.ManyToManyField(Source, related_name="+", verbose_name=_("sources"))
    created_at = models.DateTimeField(_("recorded"), editable=False)
    changed_at = models.DateTimeField(_("last changed"), editable=False, db_index=True)

    class Meta:
        abstract = True


class PreviousSlug(models.Model):
    """A last word of an address that something had before; the website redirects from it (ADR 12)."""

    class Kind(models.TextChoices):
        """What the address led to."""

        PLACE = "place"
        NETWORK = "network"
        APPROACH = "approach"
        DECISION = "decision"

    kind = models.CharField(max_length=20, choices=Kind)
    within = models.CharField(max_length=2, blank=True, help_text="ISO code of the country, for places.")
    slug = models.CharField(max_length=120)
    # Not a foreign key: the things are in storeys above this one.
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="previous_slug_leads_to_one_thing",
                fields=["kind", "within", "slug"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.within} {self.slug}"


class Change(models.Model):
    """One line of the log every action writes: who, when, what, why."""

    verb = models.CharField(_("what was done"), max_length=40)
    kind = models.CharField(_("kind of record"), max_length=20)
    object_id = models.BigIntegerField(_("record"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    at = models.DateTimeField(_("at"))
    why = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        indexes = [models.Index(fields=["kind", "object_id", "at"], name="change_by_record")]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.object_id or ''}".strip()
