"""Pictures as readers get them."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.images.tests.utils import get_test_image_file

from movingcities.media.renditions import Slot, pictures_for, specs_of
from movingcities.media.tests.factories import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db


def large():
    return ImageFactory(file=get_test_image_file(filename="large.png", size=(2000, 1000)))


def test_no_picture_is_wider_than_twice_its_place():
    image = large()
    image.get_renditions(*specs_of(Slot.TEXT, image))

    picture = pictures_for([image], Slot.TEXT)[image.pk]

    widths = [int(part.split()[1].removesuffix("w")) for part in picture.srcset.split(", ")]
    assert widths == [384, 768, 1152]
    assert (picture.width, picture.height) == (1152, 576)
    assert [source.kind for source in picture.sources] == ["image/avif", "image/webp"]


def test_a_small_picture_is_not_enlarged():
    image = ImageFactory(file=get_test_image_file(size=(200, 100)))

    picture = pictures_for([image], Slot.TEXT)[image.pk]

    assert picture.width == 200


def test_many_pictures_are_read_in_one_query(django_assert_num_queries):
    images = [large() for _number in range(3)]
    for image in images:
        image.get_rendition("width-320")

    with django_assert_num_queries(1):
        pictures = pictures_for(images, Slot.HALF)

    assert len(pictures) == 3


def test_renditions_are_made_when_a_picture_is_saved(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = ImageFactory(file=get_test_image_file(size=(500, 300)))

    assert image.renditions.filter(filter_spec="width-384|format-avif").exists()


def test_a_picture_is_kept_for_long_and_cannot_be_taken_for_a_page(client):
    image = large()
    rendition = image.get_rendition("width-384")

    response = client.get(rendition.url)

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


@pytest.mark.parametrize(
    "name",
    [
        "original_images/test.png",
        "images/../original_images/test.png",
        "images/%2e%2e/original_images/test.png",
        "images/missing.png",
        "images/page.html",
        "images/",
        "",
        "images/a%00.png",
        "documents/test.pdf",
    ],
)
def test_nothing_else_of_what_was_uploaded_is_public(client, name):
    default_storage.save("original_images/test.png", ContentFile(b"test"))
    default_storage.save("documents/test.pdf", ContentFile(b"test"))

    assert client.get(f"/media/{name}").status_code == 404


def test_a_document_is_saved_and_never_opened_inside_the_site(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    document = DocumentFactory()

    response = client.get(document.url)

    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"test"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]
