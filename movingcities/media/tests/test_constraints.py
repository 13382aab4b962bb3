"""Promises that the database keeps about images and documents."""

import pytest

from movingcities.media.models import Document, Image, Rendition
from movingcities.media.tests.factories import DocumentFactory, ImageFactory
from tests.constraints import violates

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("empty", ["alt_text", "credit", "licence"])
def test_image_has_alt_text_credit_and_licence(empty):
    image = ImageFactory()

    with violates(Image, "image_has_alt_text_credit_and_licence"):
        Image.objects.filter(pk=image.pk).update(**{empty: ""})


def test_image_says_why_people_may_be_shown():
    image = ImageFactory()

    with violates(Image, "image_says_why_people_may_be_shown"):
        Image.objects.filter(pk=image.pk).update(consent="")


@pytest.mark.parametrize("empty", ["credit", "licence"])
def test_document_has_credit_and_licence(empty):
    document = DocumentFactory()

    with violates(Document, "document_has_credit_and_licence"):
        Document.objects.filter(pk=document.pk).update(**{empty: ""})


def test_rendition_is_unique_per_image_filter_and_focus():
    facts = {
        "image": ImageFactory(),
        "filter_spec": "width-10",
        "file": "test.png",
        "width": 10,
        "height": 10,
    }
    Rendition.objects.create(**facts)
    Rendition.objects.create(**facts, focal_point_key="1-1-2x2")

    with violates(Rendition, "rendition_is_unique_per_image_filter_and_focus"):
        Rendition.objects.create(**facts)
