"""Share cards: the picture a link to a page becomes."""

import io
import re

import pytest
from PIL import Image

from movingcities.approaches.models import Approach
from movingcities.design import pictures
from movingcities.design.components import Figure
from movingcities.languages.maps import Said
from movingcities.website.share_cards import ShareCard, svg_of
from movingcities.website.tests.world import make_world

pytestmark = pytest.mark.django_db

CARDS = [
    "share.png",
    "places/de/hub/share.png",
    "networks/hub/share.png",
    "networks/empty/share.png",
    "approaches/hub/share.png",
    "decisions/hub/share.png",
    "countries/de/share.png",
    "countries/mc/share.png",
    "topics/hub/share.png",
]


@pytest.fixture(autouse=True)
def storage_of_its_own(settings, tmp_path):
    kept = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    return tmp_path


@pytest.mark.parametrize("path", CARDS)
def test_a_page_of_every_kind_has_a_picture_of_the_size_that_messengers_show(client, path):
    make_world()

    response = client.get(f"/en/{path}")

    with Image.open(io.BytesIO(response.content)) as picture:
        assert (response.status_code, picture.format, picture.size) == (200, "PNG", (1200, 630))
    assert len(response.content) < 300_000


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("places/de/hub/", "places/de/hub/share.png"),
        ("networks/hub/", "networks/hub/share.png"),
        ("approaches/hub/", "approaches/hub/share.png"),
        ("decisions/hub/", "decisions/hub/share.png"),
        ("countries/de/", "countries/de/share.png"),
        ("topics/hub/", "topics/hub/share.png"),
        ("places/de/quiet/", "share.png"),
        ("places/", "share.png"),
        ("", "share.png"),
    ],
)
def test_a_page_names_its_card_with_its_size_and_a_text_for_it(client, settings, page, card):
    make_world()

    html = client.get(f"/el/{page}").content.decode()

    named = re.search(r'<meta property="og:image" content="([^"]+)">', html)[1]
    assert named == f"{settings.SITE_URL}/el/{card}"
    assert '<meta property="og:image:width" content="1200">' in html
    assert re.search(r'<meta property="og:image:alt" content="[^"]+">', html)


@pytest.mark.parametrize("path", ["places/de/quiet/share.png", "networks/none/share.png"])
def test_what_is_unknown_or_does_not_act_has_no_card(client, path):
    make_world()

    response = client.get(f"/en/{path}")

    assert response.status_code == 404


def test_a_card_is_drawn_once_until_what_it_says_changes(client, storage_of_its_own, monkeypatch):
    make_world()
    drawn = []
    monkeypatch.setattr(
        "movingcities.website.views.share_card.png",
        lambda svg, width: drawn.append(svg) or pictures.png(svg, width=width),
    )
    before = client.get("/en/approaches/hub/share.png")
    client.get("/en/approaches/hub/share.png")
    Approach.objects.filter(slug="hub").update(status=Approach.Status.REVERSED)

    after = client.get("/en/approaches/hub/share.png", headers={"If-None-Match": before["ETag"]})

    assert (after.status_code, len(drawn)) == (200, 2)
    assert len(list(storage_of_its_own.rglob("approaches/hub/*.png"))) == 1


def test_a_card_that_has_not_changed_is_not_sent_again(client):
    make_world()
    first = client.get("/en/countries/de/share.png")

    second = client.get("/en/countries/de/share.png", headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    assert first["Cache-Control"] == "public, max-age=86400"


def test_numbers_inside_the_picture_are_written_for_machines_in_every_language(client):
    make_world()

    english, german = (client.get(f"/{language}/topics/hub/share.png") for language in ("en", "de"))

    # A comma in a width would leave out the lights: far fewer yellow pixels.
    assert _yellow(german.content) == pytest.approx(_yellow(english.content), rel=0.05)


@pytest.mark.parametrize("title", ["A", "Ω" * 60, "Öffentlich-private " * 30, '<svg onload="x">&"'])
def test_any_title_stays_inside_its_box(title):
    card = ShareCard(kicker="K", title=Said(title, "en"), figures=[Figure("1", "label " * 30)], hoist="ABC")

    svg = svg_of(card)

    sizes = [float(size) for size in re.findall(r'letter-spacing.*?font-size="(\d+)"', svg)]
    assert "onload=" not in svg.replace("onload=&quot;", "")
    assert all(size >= 42 for size in sizes)
    assert pictures.png(svg, width=1200)


def _yellow(png):
    with Image.open(io.BytesIO(png)) as picture:
        return sum(
            count
            for count, (red, green, blue) in picture.convert("RGB").getcolors(1_000_000)
            if red > 230 and 170 < green < 225 and blue < 70
        )
