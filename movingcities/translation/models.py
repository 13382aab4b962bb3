"""What every text carries that exists in several languages: who put it into its own, and from what."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from movingcities.translation.rules import is_under


def validate_words(value: object) -> None:
    """Refuse what is not a list of non-empty texts."""
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise ValidationError(_("Write a list of words in square brackets, each between double quotes."))


class Translated(models.Model):
    """A text that was written in its language or translated into it.

    What is noted here belongs to the text as readers see it, not to a draft: an older revision that is
    published again does not bring its notes back.
    """

    class Origin(models.TextChoices):
        """Where the words come from."""

        ORIGINAL = "original", _("written in this language")
        HUMAN = "human", _("translated by a person")
        MACHINE = "machine", _("machine translation, not yet checked by a person")
        CHECKED = "checked", _("machine translation, checked by a person")

    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin, default=Origin.ORIGINAL, editable=False
    )
    standing = models.JSONField(default=dict, blank=True, editable=False)
    """{content path: where the passage stands} (`rules.Standing`); empty for an original."""
    outdated = models.JSONField(_("outdated passages"), default=list, blank=True, editable=False)
    """The content paths whose original has changed since they were translated."""
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True, editable=False)

    NOTES = ("origin", "standing", "outdated", "checked_by", "checked_at")

    class Meta:
        abstract = True

    @property
    def is_translation(self) -> bool:
        """Whether its words were first written in another language."""
        return self.origin != self.Origin.ORIGINAL

    @property
    def is_outdated(self) -> bool:
        """Whether the text it was translated from reads differently now."""
        return bool(self.outdated)

    def has_translated(self, name: str) -> bool:
        """Whether a field, or a block by its path, is in the words of this language and no copy."""
        return not self.is_translation or any(is_under(path, name) for path in self.standing)

    def is_outdated_in(self, name: str) -> bool:
        """Whether the original of a field, or of a block by its path, has changed since."""
        return any(is_under(path, name) for path in self.outdated)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Wagtail's way back to a revision, with the notes as they are now."""
        instance = super().with_content_json(content)  # type: ignore[misc]
        for name in self.NOTES:
            setattr(instance, name, getattr(self, name))
        return instance


class GlossaryTerm(models.Model):
    """How a term is said in a language, or which words it must not be said with.

    Where `source` is empty the forbidden words are forbidden in every text of the language.
    """

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    source = models.CharField(_("term in the original"), max_length=120, blank=True)
    required = models.JSONField(_("say"), default=list, blank=True, validators=[validate_words])
    forbidden = models.JSONField(_("do not say"), default=list, blank=True, validators=[validate_words])
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        constraints = [
            models.UniqueConstraint(
                name="glossary_term_is_unique_per_language",
                fields=["language", "source", "forbidden"],
            )
        ]

    def __str__(self) -> str:
        return self.source or ", ".join(self.forbidden)

    def words(self) -> str:
        """What to say for it, for lists."""
        return ", ".join(self.required)

    words.short_description = _("say")  # type: ignore[attr-defined]


class Interest(models.Model):
    """How often a text was asked for in a language in a month; nothing about who asked.

    Counted by the text's translation key, for the language may not have it yet.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=10)
    month = models.DateField()
    """Its first day."""
    asked = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="interest_is_one_number_per_text_language_and_month",
                fields=["language", "translation_key", "month"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} ({self.language}), {self.month:%Y-%m}: {self.asked}"


class NotTaken(models.Model):
    """What a machine or a file said for a string and was not taken, and why."""

    translation_key = models.UUIDField()
    language = models.CharField(max_length=10)
    path = models.TextField()
    original = models.TextField()
    words = models.TextField()
    reason = models.TextField()
    origin = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["translation_key", "language"], name="not_taken_by_text")]

    def __str__(self) -> str:
        return f"{self.path} ({self.language})"
