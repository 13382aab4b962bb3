"""The one way by which a picture's file comes into the store: painted anew."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from movingcities.media.cleaning import painted_anew


class PaintedFile(SimpleUploadedFile):
    """A picture that has been painted anew already."""


class _PaintedFieldFile(WagtailImageFieldFile):
    def save(self, name: str, content: Any, save: bool = True) -> None:
        if not isinstance(content, PaintedFile):
            content = PaintedFile(name, painted_anew(content))
        super().save(name, content, save=save)


class PaintedImageField(WagtailImageField):
    """Keeps no byte of a file as it came, whichever form, page for many files or script brings it.

    Saving raises movingcities.media.cleaning.Unreadable for what is no picture.
    """

    attr_class = _PaintedFieldFile
