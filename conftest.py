"""What every test stands on: one migrated database that each worker copies, and a closed network."""

import contextlib
import fcntl
import hashlib
import shutil
from collections.abc import Iterator
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


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker, worker_id: str
) -> Iterator[None]:
    """Copy a migrated database for this worker: some 230 migrations take 20 seconds, a copy takes none."""
    from django.db import connection

    with django_db_blocker.unblock():
        copies = _SqliteCopies if connection.vendor == "sqlite" else _PostgresqlCopies
        folder = request.config.cache.mkdir("databases")
        with copies(folder, worker_id).copy():
            wants_serialized = any(
                (marker := item.get_closest_marker("django_db")) and marker.kwargs.get("serialized_rollback")
                for item in request.session.items
            )
            if wants_serialized:
                connection._test_serialized_contents = connection.creation.serialize_db_to_string()
            yield
            connection.close()


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
    def copy(self) -> Iterator[None]:
        import tempfile

        original = self.folder / f"{self.digest}.sqlite3"
        with self.locked():
            if not original.exists():
                for outdated in self.folder.glob("*.sqlite3"):
                    outdated.unlink()
                unfinished = original.with_suffix(".unfinished")
                unfinished.unlink(missing_ok=True)
                self.migrate(str(unfinished))
                unfinished.rename(original)
            folder = Path(tempfile.mkdtemp(prefix="movingcities-tests-"))
            copy = shutil.copy(original, folder / "db.sqlite3")
        self.use(str(copy))
        yield
        shutil.rmtree(folder)


class _PostgresqlCopies(_Copies):
    @contextlib.contextmanager
    def copy(self) -> Iterator[None]:
        import os

        original = f"migrated_{self.digest}"
        copy = f"test_{self.worker}_{os.getpid()}"
        with self.locked():
            if not self._exists(original):
                self._administer(f"DROP DATABASE IF EXISTS {original}_unfinished")
                self._administer(f"CREATE DATABASE {original}_unfinished")
                self.migrate(f"{original}_unfinished")
                self._administer(f"ALTER DATABASE {original}_unfinished RENAME TO {original}")
            self._administer(f"CREATE DATABASE {copy} TEMPLATE {original}")
        self.use(copy)
        yield
        self._administer(f"DROP DATABASE {copy} WITH (FORCE)")

    def _exists(self, name: str) -> bool:
        return bool(self._administer(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))

    def _administer(self, statement: str) -> list[tuple[object, ...]]:
        from django.db import connection

        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
