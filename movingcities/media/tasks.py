"""Work on pictures that no reader should wait for."""

from __future__ import annotations

from django_tasks import task

from movingcities.media.models import Image
from movingcities.media.renditions import make_renditions


@task()
def make_renditions_of(image_id: int) -> None:
    """Make the renditions of a picture, which may be gone by now."""
    image = Image.objects.filter(pk=image_id).first()
    if image is not None:
        make_renditions(image=image)
