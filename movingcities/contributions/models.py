"""What the loader of the starter dataset remembers between two runs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedRecord(models.Model):
    """A record of the dataset that was loaded: from which row, into which object, and how that looked then.

    An object that no longer looks so has been changed by an editor and is not overwritten (ADR 10).
    """

    kind = models.CharField(_("kind of record"), max_length=30)
    key = models.CharField(_("identifier in the dataset"), max_length=500)
    # Not a foreign key: the objects are of many kinds, and an editor may have removed one.
    object_id = models.BigIntegerField(_("primary key of the object"))
    row_digest = models.CharField(_("digest of the row"), max_length=16)
    state_digest = models.CharField(_("digest of the object after loading"), max_length=16)

    class Meta:
        verbose_name = _("loaded record")
        verbose_name_plural = _("loaded records")
        constraints = [
            models.UniqueConstraint(name="loaded_record_is_unique_per_kind_and_key", fields=["kind", "key"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class LoadedFile(models.Model):
    """A file of the dataset as it was when it was last loaded."""

    name = models.CharField(_("file"), max_length=200, unique=True)
    digest = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")

    def __str__(self) -> str:
        return self.name
