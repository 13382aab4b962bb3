from random import Random

from movingcities.map.lights import Light


def make_light(longitude=13.06, latitude=52.40, **changes):
    return Light(**{"longitude": longitude, "latitude": latitude, "name": "Test place", **changes})


def make_lights(count, *, west=-8.0, south=38.0, east=28.0, north=60.0, seed=1, **changes):
    """Return invented places spread over a box of degrees; the same ones every time."""
    random = Random(seed)
    return [
        make_light(
            random.uniform(west, east),
            random.uniform(south, north),
            name=f"Test place {number}",
            weight=count - number,
            **changes,
        )
        for number in range(count)
    ]
