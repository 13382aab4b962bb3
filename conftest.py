"""What every test stands on: one migrated database that each worker copies, and a closed network."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
# Whatever may change a freshly migrated database: migrations, signal receivers, settings, installed packages.
SHAPES_DATABASE = (
    "movingcities/*/migrations/*.py",
    "movingcities/*/apps.py",
    "config/*.py",
    "requirements-dev.txt",
)
REFRESH = pytest.StashKey[Callable[[], None]]()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker, worker_id: str
) -> Iterator[None]:
    """Copy a migrated database for this worker: some 230 migrations take 20 seconds, a copy takes none."""
    from django.db import connection

    with django_db_blocker.unblock():
        copies = _SqliteCopies if connection.vendor == "sqlite" else _PostgresqlCopies
        folder = request.config.cache.mkdir("databases")
        with copies(folder, worker_id).copy() as refresh:
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


class _Copies:
    """One migrated database, kept until something that shapes it changes, and copies of it."""

    def __init__(self, folder: Path, worker: str) -> None:
        from django.db import connection

        digest = hashlib.sha256(connection.vendor.encode())
        for pattern in SHAPES_DATABASE:
            for path in sorted(ROOT.glob(pattern)):
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
        self.folder = folder
        self.worker = worker
        self.digest = digest.hexdigest()[:16]

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Let one worker migrate while the others wait for the result."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def use(self, name: str) -> None:
        """Point Django at a database."""
        from django.conf import settings
        from django.db import connection

        connection.close()
        connection.settings_dict["NAME"] = name
        settings.DATABASES["default"]["NAME"] = name

    def migrate(self, name: str) -> None:
        """Make the tables of the database that is to be copied."""
        from django.core.management import call_command
        from django.db import connection

        self.use(name)
        call_command("migrate", interactive=False, verbosity=0)
        connection.close()


class _SqliteCopies(_Copies):
    @contextlib.contextmanager
    def copy(self) -> Iterator[Callable[[], None]]:
        original = self.folder / f"{self.digest}.sqlite3"
        with tempfile.TemporaryDirectory(prefix="movingcities-tests-") as folder:
            copy = Path(folder) / "db.sqlite3"
            with self.locked():
                if not original.exists():
                    self._make(original)
                shutil.copy(original, copy)
            self.use(str(copy))
            # Kept apart from the original, which another run may replace meanwhile.
            kept = shutil.copy(copy, f"{folder}/kept.sqlite3")

            def refresh() -> None:
                self.use(str(copy))
                for part in Path(folder).glob("db.sqlite3*"):
                    part.unlink()
                shutil.copy(kept, copy)

            yield refresh

    def _make(self, original: Path) -> None:
        for outdated in self.folder.glob("*.sqlite3*"):
            outdated.unlink()
        unfinished = original.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        self.migrate(str(unfinished))
        unfinished.rename(original)


class _PostgresqlCopies(_Copies):
    @contextlib.contextmanager
    def copy(self) -> Iterator[Callable[[], None]]:
        original = f"migrated_{self.digest}"
        copy = f"test_{self.worker}_{os.getpid()}"
        with self.locked():
            if not self._administer(f"SELECT 1 FROM pg_database WHERE datname = '{original}'"):
                self._make(original)

        def refresh() -> None:
            self._administer(f"DROP DATABASE IF EXISTS {copy} WITH (FORCE)")
            self._administer(f"CREATE DATABASE {copy} TEMPLATE {original}")

        refresh()
        self.use(copy)
        yield refresh
        self._administer(f"DROP DATABASE {copy} WITH (FORCE)")

    def _make(self, original: str) -> None:
        unfinished = f"{original}_unfinished"
        self._administer(f"DROP DATABASE IF EXISTS {unfinished}")
        self._administer(f"CREATE DATABASE {unfinished}")
        self.migrate(unfinished)
        self._administer(f"ALTER DATABASE {unfinished} RENAME TO {original}")

    def _administer(self, statement: str) -> list[tuple[object, ...]]:
        from django.db import connection

        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
