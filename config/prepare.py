"""What has to be in place before the site is served: tables, static files, the starter data.

`./run` calls it at every start (`python -m config.prepare`); each step does nothing if nothing changed.
"""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def prepare() -> None:
    """Bring database and static files to what this version needs, load the starter data, make accounts."""
    migrate()
    collect_static_files()
    call_command("load_starter_data")
    call_command("ensure_roles")
    call_command("make_demo_accounts", "--if-none")


def migrate() -> None:
    """Create or change tables if a migration is waiting."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return
    print(f"Preparing the database ({len(waiting)} steps) …", flush=True)
    call_command("migrate", interactive=False, verbosity=0)


def collect_static_files() -> None:
    """Copy, hash and compress the static files if one of them changed since the last time."""
    static = Path(settings.STATIC_ROOT)
    stamp = static.with_name(f"{static.name}.sha256")
    digest = _digest_of_static_files()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("Collecting the static files …", flush=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest)


def _digest_of_static_files() -> str:
    """Digest name, size and time of every static file: reading them all would take longer."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    try:
        prepare()
    except CommandError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(1)
