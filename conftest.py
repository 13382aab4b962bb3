"""What every test stands on: a copy of one migrated database."""

from collections.abc import Callable, Generator, Iterator

import pytest

from tests.databases import PostgresqlCopies, SqliteCopies

REFRESH = pytest.StashKey[Callable[[], None]]()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker, worker_id: str
) -> Iterator[None]:
    """Copy the migrated database for this worker."""
    from django.db import connection

    copies = SqliteCopies if connection.vendor == "sqlite" else PostgresqlCopies
    folder = request.config.cache.mkdir("databases")
    with django_db_blocker.unblock(), copies(folder, worker_id).copy() as refresh:
        request.config.stash[REFRESH] = refresh
        yield
        connection.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Copy the database anew after a test that really commits: Django empties all tables after it."""
    outcome = yield
    if "transactional_db" in item.fixturenames or _commits(item.get_closest_marker("django_db")):
        item.config.stash[REFRESH]()
    return outcome


def _commits(marker: pytest.Mark | None) -> bool:
    return bool(marker and marker.kwargs.get("transaction"))
