"""The smallest image and document."""

import factory
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file

from movingcities.media.models import Consent, Document, Image, Licence


class ImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Image

    title = "Test image"
    file = factory.LazyFunction(get_test_image_file)
    alt_text = "A grey square made for a test"
    credit = "Nobody"
    licence = Licence.CC0
    consent = Consent.NOBODY


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document

    title = "Test document"
    file = factory.LazyFunction(lambda: ContentFile(b"test", name="test.txt"))
    credit = "Nobody"
    licence = Licence.CC0
