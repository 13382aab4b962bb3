"""Starts the site: installs what is missing, prepares the data once, serves web and worker."""

import argparse
import fcntl
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

import installation
import ports
from installation import FOR_RUNNING, PYTHON, ROOT, Refused


def main() -> NoReturn:
    """Do all of it; end with the server in place of this process."""
    options = _options()
    signal.signal(signal.SIGTERM, _stop)
    try:
        _check_port(options.port)
        directory = _usable_directory(options.data)
        # Held until the server ends, whatever way it ends: the system releases it.
        lock = _lock(directory)
        installation.install(FOR_RUNNING)
        environment = _environment(directory, options.port)
        _run("scripts/messages.py", "compile", environment=environment)
        _run("-m", "config.prepare", environment=environment)
    except Refused as refusal:
        sys.exit(f"\n{refusal}")
    except KeyboardInterrupt:
        sys.exit("\nStopped before the site was ready. ./run takes up where it was.")
    os.set_inheritable(lock.fileno(), True)
    os.chdir(ROOT)
    os.execve(PYTHON, [str(PYTHON), "-m", "config.serve", "--port", str(options.port)], environment)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    default = Path(os.environ.get("MOVINGCITIES_DATA_DIR") or ROOT / ".run")
    parser.add_argument(
        "--data", type=Path, default=default, help=f"directory of database and files (default: {default})"
    )
    options = parser.parse_args()
    if not 1 <= options.port <= 65535:
        parser.error(f"--port: {options.port} is not between 1 and 65535")
    return options


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _check_port(port: int) -> None:
    try:
        ports.claim(port)
    except PermissionError as error:
        raise Refused(f"Only root may use port {port}. Choose one above 1023: ./run --port 8000") from error
    except OSError as error:
        raise Refused(
            f"Port {port} is taken by another program. Choose another one: ./run --port {ports.free_port()}"
        ) from error


def _usable_directory(directory: Path) -> Path:
    directory = directory.resolve()
    trial = directory / ".trial"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise Refused(
            f"The data directory {directory} cannot be written to ({error.strerror}). "
            "Give this user the right to, or choose another one: ./run --data DIR"
        ) from error
    return directory


def _lock(directory: Path) -> IO[str]:
    lock = (directory / "run.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Refused(
            f"Another ./run is using {directory}. Stop that one, or give this one a directory of its own: "
            "./run --data DIR"
        ) from error
    return lock


def _environment(directory: Path, port: int) -> dict[str, str]:
    environment = {
        "SITE_URL": f"http://{ports.HOST}:{port}",
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MOVINGCITIES_DATA_DIR": str(directory),
    }
    if not environment.get("SECRET_KEY"):
        environment["SECRET_KEY"] = _secret(directory / "secret.env")
    return environment


def _secret(file: Path) -> str:
    """Read the key that signs sessions, made at the first start: a new one would log everybody out."""
    prefix = "SECRET_KEY="
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as target:
            target.write(f"{prefix}{secrets.token_urlsafe(50)}\n")
    for line in file.read_text().splitlines():
        if line.startswith(prefix) and len(line) > len(prefix) + 20:
            return line.removeprefix(prefix)
    raise Refused(f"{file} holds no SECRET_KEY. Delete the file; ./run makes a new one.")


def _run(*arguments: str, environment: Mapping[str, str]) -> None:
    step = subprocess.Popen([PYTHON, *arguments], cwd=ROOT, env=environment)
    try:
        code = step.wait()
    except KeyboardInterrupt:
        step.terminate()
        step.wait()
        raise
    if code:
        raise Refused("The site was not started; the lines above say why.")


if __name__ == "__main__":
    main()
