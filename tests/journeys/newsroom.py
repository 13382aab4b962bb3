"""Fills the database of the newsroom's journey: `python -m tests.journeys.newsroom`."""

import io

import django

if __name__ == "__main__":
    django.setup()

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Pillow

from movingcities.accounts.actions import make_account
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.tests.factories import ImageFactory
from movingcities.newsroom.actions import ensure_roles
from movingcities.places.models import Place
from tests.journeys.populate import populate

PASSWORD = "seven-harbours-and-a-lighthouse"
PICTURE = "Harbour at dusk"


def fill() -> None:
    """Somebody of each role, a picture, and an approach of Potsdam that nobody has written about."""
    populate()
    ensure_roles()
    for name, role, bound in (
        ("researcher", "researcher", {"countries": ["DE"]}),
        ("editor", "country_editor", {"countries": ["DE"]}),
        ("translator", "translator", {"languages": ["el"]}),
    ):
        user, _password = make_account(username=name, role=role, **bound, by=None, at=timezone.now())
        user.set_password(PASSWORD)
        user.save()
    ApproachFactory(slug="potsdam-city-card", places=[Place.objects.get(name="Potsdam")])
    SourceFactory(title="Minutes of the council")
    file = io.BytesIO()
    Pillow.new("RGB", (900, 600), "#0A4B8F").save(file, "JPEG")
    ImageFactory(title=PICTURE, file=ContentFile(file.getvalue(), name="harbour.jpg"))


if __name__ == "__main__":
    fill()
