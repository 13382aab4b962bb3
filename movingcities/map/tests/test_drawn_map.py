import gzip
import re

import pytest
from django.template import engines

from movingcities.map.drawing import draw_constellation, draw_europe, draw_locator
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
