import re

from movingcities.map.lights import PlacedLight, crowded, layers, linked_lights
from movingcities.map.tests.factories import make_light


def placed(x, y, **changes):
    return PlacedLight(x, y, make_light(**changes))


def test_every_light_is_one_dot_of_one_layer():
    lights = [placed(x * 7 % 90, x * 13 % 70, kind="story" if x % 3 else "network") for x in range(200)]

    drawn = layers(lights, 2.0)

    assert sum(layer.count for layer in drawn) == 200
    assert sum(len(re.findall("h0", layer.dots)) for layer in drawn) == 200


def test_lights_with_a_story_are_painted_last():
    drawn = layers([placed(0, 0, kind="story"), placed(50, 50), placed(90, 90, kind="pale")], 2.0)

    assert [layer.kind for layer in drawn] == ["pale", "network", "story"]


def test_lights_that_touch_lie_in_different_layers_so_that_each_keeps_its_ring():
    drawn = layers([placed(0, 0), placed(6, 0), placed(300, 0)], 2.0)

    assert sorted(layer.count for layer in drawn) == [1, 2]


def test_lights_in_a_crowd_are_drawn_small_and_others_are_not():
    crowd = [placed(100 + step % 3, 100 + step // 3) for step in range(9)]

    small = crowded([*crowd, placed(500, 500)], 2.0)

    assert small == set(range(9))


def test_a_light_with_a_story_stays_large_in_a_crowd():
    crowd = [placed(100 + step % 3, 100 + step // 3) for step in range(9)]

    assert 9 not in crowded([*crowd, placed(101, 101, kind="story")], 2.0)


def test_linked_lights_keep_name_address_and_painting_order():
    drawn = linked_lights(
        [placed(1.4, 2.6, kind="story", name="A", href="/a/"), placed(9, 9, name="B", href="/b/")], 2.0
    )

    assert [(light.name, light.href) for light in drawn] == [("B", "/b/"), ("A", "/a/")]
    assert (drawn[1].x, drawn[1].y) == (1, 3)
