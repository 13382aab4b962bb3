"""The forms of pictures and documents: what may come in, and what to do if it may not."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL.Image import DecompressionBombError, DecompressionBombWarning
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from movingcities.media.cleaning import Unreadable, painted_anew
from movingcities.media.contents import document_kind
from movingcities.media.fields import PaintedFile
from movingcities.media.uploads import LARGEST

# What is told apart by its lines and not by its first bytes.
_TEXTS = {"csv", "txt"}


class PictureField(WagtailImageField):
    """Asks for the size a file claims before anything is unpacked, and takes a broken one for none."""

    def check_image_pixel_size(self, f: Any) -> None:
        try:
            width, height = f.image.get_size()
            if width * height <= self.max_image_pixels:
                super().check_image_pixel_size(f)
                return
        except (OSError, ValueError, SyntaxError, DecompressionBombError, DecompressionBombWarning):
            width, height = 0, 0
        raise ValidationError(
            _("This picture is broken or has more than %(limit)s million pixels: save it smaller, try again.")
            % {"limit": self.max_image_pixels // 1_000_000},
            code="file_too_many_pixels",
        )


class ImageForm(BaseImageForm):
    """The form of a picture, which is painted anew before it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(
                label=given.label, required=given.required, widget=given.widget
            )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            content = painted_anew(file)
        except Unreadable:
            raise ValidationError(
                _("This is no picture we can open: save it as JPEG, PNG, WebP or AVIF and try again.")
            ) from None
        return PaintedFile(file.name or "picture", content, file.content_type or "")


class DocumentForm(BaseDocumentForm):
    """The form of a document, which is looked into before it is taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].help_text = _(
                "PDF, ODT, ODS, DOCX, XLSX, CSV or TXT without macros, at most %(size)s."
            ) % {"size": filesizeformat(LARGEST)}

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            refuse_document(file)
        return file


def refuse_document(file: UploadedFile) -> None:
    """Raise ValidationError for a file that is too large, or that is not what its name says."""
    if (file.size or 0) > LARGEST:
        raise ValidationError(
            _("This file is too large: %(size)s. Make it smaller than %(limit)s, or link to it instead.")
            % {"size": filesizeformat(file.size or 0), "limit": filesizeformat(LARGEST)}
        )
    extension = PurePath(file.name or "").suffix.lower().removeprefix(".")
    kind = document_kind(file)
    if kind != ("txt" if extension in _TEXTS else extension):
        raise ValidationError(
            _("This file is not what its name says: save it anew as PDF, ODT, ODS, DOCX, XLSX, CSV or TXT.")
        )
