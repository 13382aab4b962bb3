"""Pictures as readers get them; the files they were made from stay here."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

FOLDER = "images"
"""Where Wagtail puts the renditions; what was uploaded lies in `original_images`."""

_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
# Seconds; a picture that is replaced gets another name.
_A_YEAR = 31_536_000


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """One rendition; everything else under the folder of media is not public."""
    path = PurePosixPath(name)
    kind = _TYPES.get(path.suffix.lower())
    if kind is None or path.parts[:1] != (FOLDER,) or len(path.parts) != 2 or "\0" in name:
        raise Http404
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, SuspiciousFileOperation, OSError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=kind)
    response["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
