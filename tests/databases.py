"""Copies of one migrated database: some 230 migrations take 20 seconds, a copy takes none."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Whatever may change a freshly migrated database: migrations, signal receivers, settings, installed packages.
SHAPES_DATABASE = (
    "movingcities/*/migrations/*.py",
    "movingcities/*/apps.py",
    "config/*.py",
    "requirements-dev.txt",
)


class Copies:
    """One migrated database, kept in `folder` until something that shapes it changes, and copies of it."""

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


class SqliteCopies(Copies):
    """The original is a file in the folder."""

    @contextlib.contextmanager
    def copy(self) -> Iterator[Callable[[], None]]:
        """Work on a copy; yields what makes it new again."""
        with tempfile.TemporaryDirectory(prefix="movingcities-tests-") as folder:
            copy = Path(folder) / "db.sqlite3"
            # Kept apart from the original, which another run may replace meanwhile.
            kept = Path(folder) / "kept.sqlite3"
            self.copy_to(kept)

            def refresh() -> None:
                self.use(str(copy))
                for part in Path(folder).glob("db.sqlite3*"):
                    part.unlink()
                shutil.copy(kept, copy)

            refresh()
            yield refresh

    def copy_to(self, target: Path) -> None:
        """Copy the original to a file; make it first if it is not there."""
        original = self.folder / f"{self.digest}.sqlite3"
        with self.locked():
            if not original.exists():
                self._make(original)
            shutil.copy(original, target)

    def _make(self, original: Path) -> None:
        for outdated in self.folder.glob("*.sqlite3*"):
            outdated.unlink()
        unfinished = original.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        self.migrate(str(unfinished))
        unfinished.rename(original)


class PostgresqlCopies(Copies):
    """The original is a database beside the copies, on the same server."""

    @contextlib.contextmanager
    def copy(self) -> Iterator[Callable[[], None]]:
        """Work on a copy; yields what makes it new again."""
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
