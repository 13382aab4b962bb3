"""What comes in as a picture or a document, and what is refused."""

import io
import resource
import struct
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as PillowImage
from PIL.ExifTags import GPS, IFD

from movingcities.media.contents import document_kind
from movingcities.media.models import Consent, Document, Image, Licence
from movingcities.media.uploads import LARGEST

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "Test",
    "alt_text": "A grey square",
    "credit": "Nobody",
    "licence": Licence.CC0.value,
    "consent": Consent.NOBODY.value,
}


def picture(kind="PNG", size=(30, 20), **options):
    file = io.BytesIO()
    PillowImage.new("RGB", size, "grey").save(file, kind, **options)
    return file.getvalue()


def huge_png(width, height):
    """A PNG that says it is huge and holds almost nothing."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def office(*names, mimetype=None):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        if mimetype:
            packed.writestr("mimetype", mimetype)
        for name in names:
            packed.writestr(name, "test")
    return file.getvalue()


def upload_picture(client, content, name="test.png", **words):
    file = SimpleUploadedFile(name, content)
    return client.post("/admin/images/add/", {**WORDS, **words, "file": file})


def upload_document(client, content, name):
    file = SimpleUploadedFile(name, content)
    words = {"title": "Test", "credit": "Nobody", "licence": Licence.CC0.value, "language": ""}
    return client.post("/admin/documents/add/", {**words, "file": file})


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_a_picture_comes_in(admin_client, kind, name):
    response = upload_picture(admin_client, picture(kind), name)

    assert response.status_code == 302
    assert Image.objects.get().consent == "nobody"


@pytest.mark.parametrize("missing", ["alt_text", "credit", "licence", "consent"])
def test_a_picture_without_its_words_or_rights_stays_out(admin_client, missing):
    response = upload_picture(admin_client, picture(), **{missing: ""})

    assert response.status_code == 200
    assert not Image.objects.exists()


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (SVG, "a.svg", "Not a supported"),
        (SVG, "a.png", "does not match"),
        (b"<html><script>alert(1)</script></html>", "a.jpg", "does not match"),
        (picture()[:40], "a.png", "This picture is broken"),
        (picture("JPEG", (300, 300))[:600], "a.jpg", "This picture is broken"),
        (picture("GIF"), "a.gif", "Not a supported"),
        (picture("GIF"), "a.png", "does not match"),
        (huge_png(30_000, 30_000), "a.png", "million pixels"),
        (huge_png(9_000, 9_000), "a.png", "million pixels"),
        (b"", "a.png", "empty"),
        (b"\0" * 100, "a.png", "Upload a valid image"),
    ],
    ids=range(11),
)
def test_what_is_no_picture_is_refused_and_told_why(admin_client, content, name, told):
    response = upload_picture(admin_client, content, name)

    assert response.status_code == 200
    assert told in response.content.decode()
    assert not Image.objects.exists()


def test_several_pictures_at_once_wait_for_their_words(admin_client):
    """Wagtail's page for many files makes nothing before what is required has been filled in."""
    file = SimpleUploadedFile("test.png", picture())

    response = admin_client.post("/admin/images/multiple/add/", {"files[]": file})

    assert response.json()["success"] is True
    assert "alt_text" in response.json()["form"]
    assert not Image.objects.exists()


def test_several_files_at_once_are_looked_into_one_by_one(admin_client):
    file = SimpleUploadedFile("test.pdf", b"<script>alert(1)</script>")

    response = admin_client.post("/admin/documents/multiple/add/", {"files[]": file})

    assert response.json()["success"] is False
    assert "not what its name says" in response.json()["error_message"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 test", "a.pdf"),
        (office("word/document.xml"), "a.docx"),
        (office("xl/workbook.xml"), "a.xlsx"),
        (office(mimetype="application/vnd.oasis.opendocument.text"), "a.odt"),
        ("Ort;Jahr\nŁódź;2019".encode(), "a.csv"),
        (b"plain words", "a.txt"),
    ],
)
def test_a_document_comes_in(admin_client, content, name):
    response = upload_document(admin_client, content, name)

    assert response.status_code == 302
    assert Document.objects.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00program", "a.pdf"),
        (b"<html><script>alert(1)</script></html>", "a.txt"),
        (b"%PDF-1.7 test", "a.docx"),
        (office("word/document.xml", "word/vbaProject.bin"), "a.docx"),
        (office("anything"), "a.docx"),
        (b"PK\x03\x04broken", "a.xlsx"),
        (b"\xff\xfe\x00", "a.csv"),
        (b"%PDF-1.7 test", "a.exe"),
    ],
)
def test_a_disguised_document_is_refused(admin_client, content, name):
    response = upload_document(admin_client, content, name)

    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_told_its_true_size(admin_client):
    content = b"%PDF-1.7 " + b"\0" * (LARGEST + 5 * 1024 * 1024)

    response = upload_document(admin_client, content, "a.pdf")

    assert "This file is too large: 30.0\xa0MB" in response.content.decode()
    assert not Document.objects.exists()


@given(st.binary(max_size=2000))
def test_no_bytes_break_the_look_into_a_document(content):
    assert document_kind(io.BytesIO(content)) in {"", "pdf", "odt", "ods", "docx", "xlsx", "txt"}


def test_where_a_photo_was_taken_is_told_to_nobody(admin_client):
    """A position may lead to the people on it."""
    exif = PillowImage.Exif()
    exif[0x010E] = "secret description"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 23.0, 5.0)
    content = picture("JPEG", (900, 600), exif=exif)

    upload_picture(admin_client, content + b"<script>hidden</script>", "photo.jpg")

    with Image.objects.get().file.open() as file:
        kept = file.read()
    assert b"secret description" in content
    assert b"secret description" not in kept
    assert b"hidden" not in kept
    assert not PillowImage.open(io.BytesIO(kept)).getexif()


def test_many_files_at_once_are_painted_anew_too(admin_client):
    exif = PillowImage.Exif()
    exif[0x010E] = "secret description"
    exif[0x0112] = 6
    file = SimpleUploadedFile("photo.jpg", picture("JPEG", (30, 20), exif=exif))

    waiting = admin_client.post("/admin/images/multiple/add/", {"files[]": file}).json()
    prefix = f"uploaded-image-{waiting['uploaded_file_id']}"
    answer = admin_client.post(
        f"/admin/images/multiple/create_from_uploaded_image/{waiting['uploaded_file_id']}/",
        {f"{prefix}-{name}": value for name, value in WORDS.items()},
    )

    assert answer.json()["success"] is True
    image = Image.objects.get()
    with image.file.open() as kept:
        assert b"secret description" not in kept.read()
    assert (image.width, image.height) == (20, 30)


def test_a_photo_of_a_phone_that_holds_a_second_picture_comes_in(admin_client):
    first, second = PillowImage.new("RGB", (30, 20), "grey"), PillowImage.new("RGB", (30, 20), "red")
    file = io.BytesIO()
    first.save(file, "MPO", save_all=True, append_images=[second])

    upload_picture(admin_client, file.getvalue(), "photo.jpg")

    with Image.objects.get().file.open() as kept:
        assert PillowImage.open(kept).format == "JPEG"


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_what_can_be_seen_through_stays_so(admin_client, mode):
    file = io.BytesIO()
    PillowImage.new(mode, (30, 20), 0).save(file, "PNG", transparency=0 if mode != "RGB" else (0, 0, 0))

    upload_picture(admin_client, file.getvalue())

    with Image.objects.get().file.open() as kept:
        assert PillowImage.open(kept).convert("RGBA").getpixel((0, 0))[3] == 0


def test_no_two_pictures_ever_have_the_same_name(admin_client):
    """Browsers keep a rendition for a year by its name, which follows that of its picture."""
    upload_picture(admin_client, picture())
    first = Image.objects.get()
    name = first.file.name
    first.file.storage.delete(name)
    first.delete()

    upload_picture(admin_client, picture())

    assert Image.objects.get().file.name != name


def test_a_picture_that_lay_on_its_side_stands_up(admin_client):
    exif = PillowImage.Exif()
    exif[0x0112] = 6

    upload_picture(admin_client, picture("JPEG", (30, 20), exif=exif), "photo.jpg")

    image = Image.objects.get()
    assert (image.width, image.height) == (20, 30)


def test_a_picture_that_unfolds_in_memory_is_refused_before_it_does(admin_client):
    """30,000 × 30,000 pixels would take 2.7 GB."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    upload_picture(admin_client, huge_png(30_000, 30_000))

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
