"""`./run` says what is in the way and what to do before it installs anything."""

import fcntl
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run_script(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import run

    return run


def test_old_python_is_named_and_refused(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    for name in ("dirname", "cat"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")

    outcome = _run("/bin/sh", ROOT / "run", env={"PATH": str(tmp_path)})

    assert outcome.returncode == 1
    assert "needs Python 3.11 or newer; this machine has Python 3.9.2" in outcome.stderr


def test_taken_port_is_named_with_a_way_out(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        outcome = _start("--port", str(port), "--data", tmp_path)

    assert outcome.returncode == 1
    assert f"Port {port} is taken" in outcome.stderr
    assert "./run --port" in outcome.stderr


def test_port_that_cannot_exist_is_refused(tmp_path):
    outcome = _start("--port", "70000", "--data", tmp_path)

    assert outcome.returncode == 2
    assert "70000 is not between 1 and 65535" in outcome.stderr


def test_data_directory_that_cannot_be_written_to_is_named(tmp_path):
    occupied = tmp_path / "file"
    occupied.touch()

    outcome = _start("--port", _free_port(), "--data", occupied)

    assert outcome.returncode == 1
    assert f"The data directory {occupied} cannot be written to" in outcome.stderr


def test_two_starts_do_not_share_a_data_directory(tmp_path):
    with (tmp_path / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        outcome = _start("--port", _free_port(), "--data", tmp_path)

    assert outcome.returncode == 1
    assert "Another ./run is using" in outcome.stderr


def test_secret_is_made_once_and_for_its_owner_only(tmp_path, run_script):
    file = tmp_path / "secret.env"

    first = run_script._secret(file)

    assert len(first) >= 50
    assert run_script._secret(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_damaged_secret_is_refused(tmp_path, run_script):
    file = tmp_path / "secret.env"
    file.write_text("SECRET_KEY=\n")

    with pytest.raises(run_script.Refused, match="Delete the file"):
        run_script._secret(file)


def _start(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return _run(sys.executable, ROOT / "scripts/run.py", *arguments, env=dict(os.environ))


def _run(*command: str | Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


def _free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return str(probe.getsockname()[1])
