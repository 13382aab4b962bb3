"""What every test stands on: a copy of one migrated database."""

import subprocess
import sys
from collections.abc import Callable, Generator, Iterator

import pytest
from django.utils import translation
from hypothesis import settings

from tests.databases import ROOT, PostgresqlCopies, SqliteCopies

# The same examples each time: a change fails for what it does, not for the luck of a draw on a busy machine.
settings.register_profile("suite", derandomize=True, deadline=None)
# For a long look at one test: pytest --hypothesis-profile=long
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile("suite")
REFRESH = pytest.StashKey[Callable[[], None]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `./test` leave out on PostgreSQL what has run on SQLite and cannot tell the two apart."""
    parser.addoption("--only-database", action="store_true", help="run only tests that use the database")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before xdist's workers start: tests read translated pages."""
    if not hasattr(config, "workerinput"):
        subprocess.run([sys.executable, ROOT / "scripts/messages.py", "compile"], check=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what `--only-database` asks for."""
    if not config.getoption("only_database"):
        return
    others = [item for item in items if not _uses_database(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = filter(_uses_database, items)


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Forget the language of the page that the test before asked for; Django keeps it in the thread."""
    translation.activate("en")


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


def _uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup"}
    return bool(item.get_closest_marker("django_db") or fixtures & set(item.fixturenames))


def _commits(marker: pytest.Mark | None) -> bool:
    return bool(marker and marker.kwargs.get("transaction"))
