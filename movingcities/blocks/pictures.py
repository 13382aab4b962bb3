"""Blocks of pictures, files and films."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from movingcities.blocks.addresses import is_web_address, player_address
from movingcities.blocks.neutral import NeutralBlock
from movingcities.blocks.text import TextBlock


class FigureBlock(blocks.StructBlock):
    """A picture and what it shows in words; credit and licence come with the picture."""

    image = ImageChooserBlock(label=gettext_lazy("Picture"))
    alt_text = blocks.CharBlock(
        label=gettext_lazy("What the picture shows"),
        max_length=300,
        help_text=gettext_lazy("One sentence for people who do not see it."),
    )
    caption = blocks.CharBlock(label=gettext_lazy("Caption"), max_length=300, required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        image = cleaned["image"]
        if image and not (image.licence and image.credit and image.consent):
            message = _("This picture has no licence, credit or consent: add them in its own form first.")
            raise StructBlockValidationError(block_errors={"image": ValidationError(message)})
        return cleaned

    class Meta:
        label = gettext_lazy("Picture")
        icon = "image"


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side."""

    figures = blocks.ListBlock(FigureBlock(), label=gettext_lazy("Pictures"), min_num=2, max_num=12)

    class Meta:
        label = gettext_lazy("Gallery")
        icon = "grip"


class DownloadBlock(blocks.StructBlock):
    """A file and what it is called; its type and size are read from it."""

    document = DocumentChooserBlock(label=gettext_lazy("File"))
    title = blocks.CharBlock(
        label=gettext_lazy("Title"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Empty: the title the file has."),
    )


class DownloadsBlock(blocks.StructBlock):
    """Files to take along."""

    heading = blocks.CharBlock(label=gettext_lazy("Heading"), max_length=200, required=False)
    documents = blocks.ListBlock(DownloadBlock(), label=gettext_lazy("Files"), min_num=1)

    class Meta:
        label = gettext_lazy("Downloads")
        icon = "download"


class VideoBlock(blocks.StructBlock):
    """A film on another site: nothing is fetched from there before the reader asks for it."""

    address = NeutralBlock(
        label=gettext_lazy("Address of the film"),
        max_length=300,
        help_text=gettext_lazy("As YouTube or Vimeo show it in the address line."),
    )
    title = blocks.CharBlock(label=gettext_lazy("Title"), max_length=200)
    poster = ImageChooserBlock(label=gettext_lazy("Picture before it plays"), required=False)
    transcript = TextBlock(
        label=gettext_lazy("What is said and shown"),
        required=False,
        help_text=gettext_lazy("For people who cannot hear or see it, and for those who would rather read."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["address"] and not player_address(cleaned["address"]):
            message = _("Only films on YouTube and Vimeo can be shown: paste the address of the film’s page.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return cleaned

    class Meta:
        label = gettext_lazy("Film")
        icon = "media"


class PersonBlock(blocks.StructBlock):
    """Somebody of the team."""

    name = blocks.CharBlock(label=gettext_lazy("Name"), max_length=120)
    role = blocks.CharBlock(label=gettext_lazy("What she or he does here"), max_length=200)
    picture = ImageChooserBlock(label=gettext_lazy("Portrait"), required=False)
    text = TextBlock(label=gettext_lazy("More about the person"), required=False)


class PeopleBlock(blocks.StructBlock):
    """The people of a team, with portraits where they agreed."""

    heading = blocks.CharBlock(label=gettext_lazy("Heading"), max_length=200, required=False)
    people = blocks.ListBlock(PersonBlock(), label=gettext_lazy("People"), min_num=1)

    class Meta:
        label = gettext_lazy("People")
        icon = "group"


class PartnerBlock(blocks.StructBlock):
    """An organisation with its logo."""

    name = blocks.CharBlock(label=gettext_lazy("Name"), max_length=200)
    logo = ImageChooserBlock(label=gettext_lazy("Logo"), required=False)
    address = blocks.URLBlock(label=gettext_lazy("Website"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["address"] and not is_web_address(cleaned["address"]):
            message = _("Begin the address with https:// or http://.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return cleaned


class PartnersBlock(blocks.StructBlock):
    """Partners or funders as a grid of logos that lead to their sites."""

    heading = blocks.CharBlock(label=gettext_lazy("Heading"), max_length=200)
    partners = blocks.ListBlock(PartnerBlock(), label=gettext_lazy("Organisations"), min_num=1)

    class Meta:
        label = gettext_lazy("Partners and funders")
        icon = "link"
