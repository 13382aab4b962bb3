"""A picture in the sizes and formats a place on a page can use, and none larger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from wagtail.images.models import Filter

from movingcities.design.components import Link, Picture, PictureSource
from movingcities.media.models import Image, Licence, Rendition

FORMATS = {"avif": "image/avif", "webp": "image/webp"}
"""Best first; what the picture was uploaded as comes last, for old browsers."""

_LICENCE_ADDRESSES = {
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA_4: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


@dataclass(frozen=True, slots=True)
class _Slot:
    widths: Sequence[int]
    sizes: str
    """How wide the picture is shown, as browsers want to know it (`sizes`)."""


class Slot(Enum):
    """A place on a page where pictures stand; a width is at most twice what is shown there."""

    TEXT = _Slot((384, 768, 1152), "(min-width: 40rem) 36rem, 100vw")
    HALF = _Slot((320, 640), "(min-width: 40rem) 18rem, 100vw")
    SMALL = _Slot((160, 320), "10rem")


def specs_of(slot: Slot, image: Image) -> list[str]:
    """What Wagtail calls each rendition of a picture in a slot; never wider than the picture itself."""
    widths = [width for width in slot.value.widths if width < image.width] or [min(slot.value.widths)]
    return [
        f"width-{width}{suffix}"
        for suffix in (*(f"|format-{name}" for name in FORMATS), "")
        for width in widths
    ]


def make_renditions(*, image: Image) -> None:
    """Make all a page could ask for, ahead of the first reader."""
    image.get_renditions(*dict.fromkeys(spec for slot in Slot for spec in specs_of(slot, image)))


def pictures_for(images: Iterable[Image], slot: Slot) -> dict[int, Picture]:
    """{primary key: what the component prints} of pictures in one kind of place; one query.

    What has not been made yet is left out; of a picture without any rendition the smallest is made.
    """
    listed = {image.pk: image for image in images}
    found: dict[int, dict[str, Rendition]] = {key: {} for key in listed}
    for rendition in Rendition.objects.filter(image__in=listed):
        image = listed[rendition.image_id]
        if rendition.focal_point_key == Filter(spec=rendition.filter_spec).get_cache_key(image):
            found[image.pk][rendition.filter_spec] = rendition
    return {key: _picture(image, slot, found[key]) for key, image in listed.items()}


def _picture(image: Image, slot: Slot, made: dict[str, Rendition]) -> Picture:
    wanted = specs_of(slot, image)
    fallbacks: list[Any] = [made[spec] for spec in wanted if "|" not in spec and spec in made]
    if not fallbacks:
        fallbacks = [image.get_rendition(wanted[-1])]
    sources = [
        PictureSource(
            kind, _srcset(made[spec] for spec in wanted if spec.endswith(f"|format-{name}") and spec in made)
        )
        for name, kind in FORMATS.items()
    ]
    largest = fallbacks[-1]
    return Picture(
        sources=[source for source in sources if source.srcset],
        srcset=_srcset(fallbacks),
        sizes=slot.value.sizes,
        url=largest.url,
        width=largest.width,
        height=largest.height,
        credit=image.credit,
        licence=Link(image.get_licence_display(), _LICENCE_ADDRESSES.get(Licence(image.licence), "")),
    )


def _srcset(renditions: Iterable[Rendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
