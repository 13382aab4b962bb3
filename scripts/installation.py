"""Makes the virtual environment in which the site runs. Standard library only: nothing is installed yet."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
FOR_RUNNING = ROOT / "requirements.txt"
FOR_DEVELOPMENT = ROOT / "requirements-dev.txt"


class Refused(Exception):
    """Something outside our power is in the way; the text says what happened, then what to do."""


def say(text: str) -> None:
    """Print one line of progress at once, also into a file or a pipe."""
    print(text, flush=True)


def install(requirements: Path) -> None:
    """Bring `.venv` to what the requirements file pins, by hash; do nothing if it is there already."""
    if not _works(PYTHON):
        _create_environment()
    if _is_installed(requirements):
        return
    count = sum(1 for line in requirements.read_text().splitlines() if "==" in line)
    say(f"Installing {count} packages from {requirements.name} …")
    options = ("--quiet", "--no-compile", "--disable-pip-version-check", "--require-hashes")
    outcome = subprocess.run(
        [PYTHON, "-m", "pip", "install", *options, "--requirement", requirements],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if outcome.returncode:
        raise Refused(
            f"pip could not install {requirements.name}:\n{outcome.stderr.strip()}\n"
            "If the package index could not be reached, check the network or pip's configuration; "
            "if it says that there is no space, make room. Then start this again."
        )
    _stamp(requirements).write_text(_digest(requirements))
    if requirements == FOR_DEVELOPMENT:
        # The development file holds every line of the other one (tests/architecture checks it).
        _stamp(FOR_RUNNING).write_text(_digest(FOR_RUNNING))


def install_system_packages(*names: str) -> bool:
    """Install Debian packages if this is root on a system with apt-get; tell whether that succeeded."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing {' '.join(names)} with apt-get …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *names]):
        outcome = subprocess.run(
            ["apt-get", "--quiet", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if outcome.returncode and arguments[0] == "install":
            say(outcome.stdout.strip())
            return False
    return True


def _create_environment() -> None:
    if not _can_make_environments():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        install_system_packages(f"python{version}-venv")
        if not _can_make_environments():
            raise Refused(
                f"{sys.executable} has no venv module (Debian and Ubuntu package it apart).\n"
                f"Install it as root: apt-get install python{version}-venv"
            )
    say("Making a virtual environment in .venv …")
    outcome = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", ENVIRONMENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if outcome.returncode:
        raise Refused(
            f"No virtual environment could be made in {ENVIRONMENT}:\n{outcome.stdout.strip()}\n"
            "Check that this folder may be written to and that there is room on the disk."
        )


def _can_make_environments() -> bool:
    """Ask in a process of its own, which also sees what was installed a moment ago."""
    question = "import ensurepip, venv; ensurepip.version()"
    return subprocess.run([sys.executable, "-c", question], capture_output=True, check=False).returncode == 0


def _works(python: Path) -> bool:
    """Tell whether the environment's Python starts: it does not after the system's Python was replaced."""
    try:
        outcome = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return outcome.returncode == 0


def _is_installed(requirements: Path) -> bool:
    stamp = _stamp(requirements)
    return stamp.exists() and stamp.read_text() == _digest(requirements)


def _stamp(requirements: Path) -> Path:
    return ENVIRONMENT / f"{requirements.stem}.sha256"


def _digest(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()
