"""The newsroom as `./run` sets it up."""

import pytest

from movingcities.languages.actions import ensure_locales
from movingcities.newsroom.actions import ensure_roles
from movingcities.pages.actions import ensure_home_pages


@pytest.fixture
def newsroom(db):
    """Groups with their permissions, the review of stories, home pages."""
    ensure_locales()
    ensure_home_pages(featured=[], hostname="testserver", port=80)
    ensure_roles()
