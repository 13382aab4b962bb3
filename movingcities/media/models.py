"""Images and documents, with the words and rights that publishing them needs."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from movingcities.media.fields import PaintedImageField


class Licence(models.TextChoices):
    """Under what terms we may show a file."""

    CC_BY_4 = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA_4 = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    PERMISSION = "permission", _("with permission for this site")


class Consent(models.TextChoices):
    """Why the people on a picture may be shown: whoever is recognised here may be threatened for it."""

    NOBODY = "nobody", _("nobody can be recognised")
    AGREED = "agreed", _("everybody who can be recognised agreed in writing")
    IN_OFFICE = "in-office", _("only people in a public office, on a public occasion")


class Image(AbstractImage):
    """A picture that says who made it, under what licence, and what it shows."""

    file = PaintedImageField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    # Wagtail's own Image has the same reverse names; ours are said apart.
    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="media_images")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="media_images",
    )
    alt_text = models.CharField(
        _("what the picture shows"),
        max_length=300,
        help_text=_("One sentence for people who do not see it."),
    )
    credit = models.CharField(_("credit"), max_length=200)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence)
    consent = models.CharField(
        _("people on it"),
        max_length=20,
        choices=Consent,
        help_text=_("Refugees and activists are threatened: without consent a picture of them is not shown."),
    )

    admin_form_fields = (
        "title",
        "file",
        "alt_text",
        "credit",
        "licence",
        "consent",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "Can choose image")]
        constraints = [
            models.CheckConstraint(
                name="image_has_alt_text_credit_and_licence",
                condition=~models.Q(alt_text="") & ~models.Q(credit="") & ~models.Q(licence=""),
            ),
            models.CheckConstraint(
                name="image_says_why_people_may_be_shown", condition=~models.Q(consent="")
            ),
        ]

    def get_upload_to(self, filename: str) -> str:
        """A name that no other picture ever had: browsers keep its renditions for a year."""
        name = PurePosixPath(filename)
        path: str = super().get_upload_to(f"{get_random_string(8)}-{name.stem[:40]}{name.suffix}")
        return path


class Rendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta(AbstractRendition.Meta):
        constraints = [
            models.UniqueConstraint(
                name="rendition_is_unique_per_image_filter_and_focus",
                fields=["image", "filter_spec", "focal_point_key"],
            )
        ]


class Document(AbstractDocument):
    """A file to download that says who made it, under what licence and in which language."""

    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="media_documents")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="media_documents",
    )
    credit = models.CharField(_("credit"), max_length=200)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence)

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, blank=True)

    admin_form_fields = ("title", "file", "language", "credit", "licence", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]
        constraints = [
            models.CheckConstraint(
                name="document_has_credit_and_licence",
                condition=~models.Q(credit="") & ~models.Q(licence=""),
            )
        ]
