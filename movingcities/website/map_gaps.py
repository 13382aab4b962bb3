"""What a drawn map leaves out, in words: the list beside it is complete, the picture may not be."""

from __future__ import annotations

from django.utils.translation import gettext as _

from movingcities.map.drawing import Drawing
from movingcities.website.phrases import listed


def not_drawn(drawing: Drawing | None, language: str) -> list[str]:
    """A sentence for places beyond the edge, one for places without a position; empty if all are drawn."""
    sentences = []
    if drawing and drawing.outside:
        names = listed((light.name for light in drawing.outside), language)
        sentences.append(_("Beyond the edge of this map: %(names)s.") % {"names": names})
    if drawing and drawing.without_position:
        names = listed((light.name for light in drawing.without_position), language)
        sentences.append(_("No position known to us: %(names)s.") % {"names": names})
    return sentences
