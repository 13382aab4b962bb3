import gzip
import re

import pytest
from django.template import engines

from movingcities.map.drawing import draw_constellation, draw_country, draw_europe, draw_locator
from movingcities.map.tests.factories import make_light, make_lights


@pytest.fixture
def printed():
    template = engines["django"].from_string("{% load maps %}{% drawn_map drawing %}")
    return lambda drawing: template.render({"drawing": drawing})


def test_834_lights_weigh_less_than_six_kibibytes(printed):
    lights = [*make_lights(700), *make_lights(134, kind="story", seed=9)]

    html = printed(draw_europe(lights, title="Map of Europe: 834 places as lights", pins=lights[:6]))

    assert len(gzip.compress(html.encode())) <= 6 * 1024


def test_the_picture_has_a_name_and_hides_its_parts_from_machines(printed):
    html = printed(draw_europe(make_lights(3), title="Three <places>", description="In words."))

    assert 'role="img"' in html
    assert 'aria-label="Three &lt;places&gt;"' in html
    assert "<desc>In words.</desc>" in html
    assert '<g aria-hidden="true">' in html


def test_links_are_for_the_mouse_and_out_of_the_way_of_the_keyboard(printed):
    html = printed(draw_europe([make_light(href="/en/places/de/x/", name="A & B")], title="E", linked=True))

    assert 'role="group"' in html
    assert '<a class="light network" href="/en/places/de/x/" tabindex="-1"><title>A &amp; B</title>' in html


def test_nothing_printed_needs_an_inline_style_or_script(printed):
    place = make_light(name="Potsdam", hoist="POT")
    drawings = [
        draw_europe(make_lights(20), title="E", pins=[place]),
        draw_constellation(make_lights(9), countries=["DE", "FR"], title="N", others=make_lights(9, seed=4)),
        draw_locator(place, make_lights(9, seed=5), country="DE", active=False, title="P"),
    ]

    for drawing in drawings:
        assert not re.search(r"\sstyle=|<script|<style|\son[a-z]+=", printed(drawing))


def test_land_and_flags_come_from_static_files(printed):
    html = printed(draw_europe([make_light(hoist="Q")], title="E", pins=[make_light(hoist="Q")]))

    assert re.search(r'<use href="[^"]*map/europe[^"]*\.svg#map"/>', html)
    assert re.search(r'<use href="[^"]*design/flags[^"]*\.svg#fQ"', html)


def test_no_drawing_prints_nothing(printed):
    assert printed(None).strip() == ""


@pytest.fixture
def living():
    template = engines["django"].from_string("{% load maps %}{% drawn_map drawing lights is_hero %}")
    return lambda drawing, is_hero=False: template.render(
        {"drawing": drawing, "lights": "/en/places/lights.json?country=DE", "is_hero": is_hero}
    )


def test_a_map_with_the_address_of_its_lights_may_come_to_life(living):
    html = living(draw_europe(make_lights(3), title="Three places"))

    assert (
        '<living-map data-frame="2180 5440 2.940789" data-lights="/en/places/lights.json?country=DE"' in html
    )
    assert "europe-fine" in html
    assert 'href="/en/places/?country=DE" hidden' in html
    assert '<dialog class="map-full" aria-label="Three places">' in html
    assert " data-hero" not in html
    assert " data-hero" in living(draw_europe(make_lights(3), title="Three places"), is_hero=True)


def test_what_only_the_script_can_use_is_hidden_without_it(living):
    html = living(draw_europe(make_lights(3), title="E"))

    for part in re.findall(r'<[^>]*class="[^"]*map-(?:controls|card|search)\b[^>]*>', html):
        assert part.endswith(" hidden>")


def test_a_map_of_a_country_has_no_finer_outlines(living):
    html = living(draw_country("DE", make_lights(3), title="Germany"))

    assert "country-de.svg" in html
    assert "data-fine" not in html


def test_nothing_is_printed_where_there_is_no_map(living):
    assert living(None).strip() == ""
