import pytest

from movingcities.explorer.tests.world import make_world


@pytest.fixture
def world(db):
    make_world()
