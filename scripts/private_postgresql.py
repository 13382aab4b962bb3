"""A PostgreSQL server of our own for the tests: on a free port, in a temporary directory, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ports

# Lost data is no harm here; waiting for the disk, planning and tidying up for the long run are.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "jit": "off",
    "autovacuum": "off",
}


def find_programs() -> Path | None:
    """Find the directory of `initdb` and `pg_ctl`: on the path, or where Debian keeps the newest version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Run a server while the block runs; give its address as a `DATABASE_URL`."""
    folder = Path(tempfile.mkdtemp(prefix="movingcities-postgresql-"))
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        shutil.chown(folder, "nobody", "nogroup")
    port = ports.free_port()
    options = {
        "port": str(port),
        "listen_addresses": ports.HOST,
        "unix_socket_directories": str(folder),
        **FAST,
    }
    data = folder / "data"
    control: tuple[str | Path, ...] = (programs / "pg_ctl", "-D", data, "-w", "-t", "60")
    try:
        access = ("-U", "app", "-A", "trust")
        text = ("-E", "UTF8", "--locale=C.UTF-8")
        _run(programs / "initdb", "-D", data, *access, *text, "--no-sync", folder=folder)
        settings = " ".join(f"-c {name}={value}" for name, value in options.items())
        _run(*control, "-l", folder / "log", "-o", settings, "start", folder=folder)
        try:
            yield f"postgres://app@{ports.HOST}:{port}/postgres"
        finally:
            _run(*control, "-m", "immediate", "stop", folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path, folder: Path) -> None:
    if os.geteuid() == 0:
        command = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--reset-env", *command)
    # Into a file: the server inherits the output and would keep a pipe open for ever.
    log = folder / "output"
    with log.open("wb") as output:
        outcome = subprocess.run(command, cwd="/", stdout=output, stderr=subprocess.STDOUT, check=False)
    if outcome.returncode:
        raise RuntimeError(f"The private PostgreSQL could not be used ({command[-1]}):\n{log.read_text()}")
