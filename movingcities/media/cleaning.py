"""A picture painted anew: what was hidden in the file, be it a position or a program, does not come along."""

from __future__ import annotations

import io
from typing import IO, Any

from PIL import Image as Pillow
from PIL import ImageOps

# Of 100; what is painted anew from this is not seen to have been painted twice.
QUALITY = 92
_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": QUALITY},
    "AVIF": {"quality": QUALITY, "speed": 8},
}


class Unreadable(ValueError):
    """The file begins like a picture but cannot be painted to its end."""


def painted_anew(file: IO[bytes]) -> bytes:
    """The same picture in the same format, upright, without EXIF, XMP or anything behind its end.

    Its colour profile stays. Of a moving picture the first frame is kept. Raises Unreadable.
    """
    file.seek(0)
    try:
        with Pillow.open(file) as opened:
            # What many phones call a JPEG holds a second, smaller picture behind the first.
            kind = "JPEG" if opened.format == "MPO" else str(opened.format)
            profile = opened.info.get("icc_profile")
            upright = ImageOps.exif_transpose(opened)
            if "transparency" in opened.info:
                upright = upright.convert("RGBA")
            elif upright.mode == "P":
                upright = upright.convert("RGB")
            bare = Pillow.new(upright.mode, upright.size)
            bare.paste(upright)
            painted = io.BytesIO()
            bare.save(painted, kind, icc_profile=profile, **_OPTIONS[kind])
    except (OSError, ValueError, SyntaxError, KeyError, Pillow.DecompressionBombError) as error:
        raise Unreadable(str(error)) from error
    return painted.getvalue()
