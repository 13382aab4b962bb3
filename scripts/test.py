"""Runs the whole suite: style, types, storeys, then the tests on SQLite, on PostgreSQL and in a browser.

With options of pytest (`./test -k name`, `./test movingcities/places`) only the tests run; `--quick` leaves
out PostgreSQL and the browser.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

import installation
import private_postgresql
from installation import ENVIRONMENT, FOR_DEVELOPMENT, PYTHON, ROOT, Refused, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What the checks see: a site served over https, and no database of this machine.
AS_IN_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "SECRET_KEY": "only-for-the-checks-but-as-long-and-as-Different-as-they-ask-for-0123456789",
    "SITE_URL": "https://movingcities.example",
    "DATABASE_URL": "sqlite://:memory:",
}
NO_TEST_MATCHED = 5
# More processes than four would spend their time on copying databases.
PARALLEL = min(4, os.cpu_count() or 2)


@dataclass(frozen=True)
class Outcome:
    """What became of one step: `state` is passed, failed or skipped; `seconds` is how long it took."""

    step: str
    state: str
    seconds: float = 0.0
    reason: str = ""


def main() -> None:
    """Run the steps, print what was run and what was skipped, fail if one failed."""
    signal.signal(signal.SIGTERM, _stop)
    arguments = sys.argv[1:]
    if {"-h", "--help"} & set(arguments):
        say(__doc__ or "")
        return
    quick = "--quick" in arguments
    chosen = [argument for argument in arguments if argument != "--quick"]
    try:
        installation.install(FOR_DEVELOPMENT)
        outcomes = [] if chosen else list(_static_checks())
        outcomes += _tests(chosen, quick=quick)
    except (Refused, RuntimeError) as refusal:
        sys.exit(f"\n{refusal}")
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
    _print_summary(outcomes)
    ran = [outcome for outcome in outcomes if outcome.state != "skipped"]
    if any(outcome.state == "failed" for outcome in outcomes) or not ran:
        sys.exit(1)


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _static_checks() -> Iterator[Outcome]:
    programs = ENVIRONMENT / "bin"
    manage = (PYTHON, "-m", "django")
    templates = sorted(str(path) for path in ROOT.glob("movingcities/*/templates/**/*.html"))
    steps: list[tuple[str, Sequence[str | Path]]] = [
        ("lint", (programs / "ruff", "check", "--quiet")),
        ("format", (programs / "ruff", "format", "--check", "--quiet")),
        ("format of templates", (programs / "djhtml", "--tabwidth", "4", "--check", *templates)),
        ("types", (programs / "mypy",)),
        ("storeys", (programs / "lint-imports", "--no-cache")),
        ("migrations", (*manage, "makemigrations", "--check", "--dry-run")),
        ("deployment check", (*manage, "check", "--deploy", "--fail-level", "WARNING")),
        ("interface strings", (PYTHON, "scripts/messages.py", "check")),
    ]
    with ThreadPoolExecutor(PARALLEL) as pool:
        yield from pool.map(lambda step: _check(*step), steps)


def _check(name: str, command: Sequence[str | Path]) -> Outcome:
    """Run a step and show what it says only if it fails."""
    environment = {**os.environ, **AS_IN_PRODUCTION}
    start = time.monotonic()
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - start
    say(f"{name}: {'passed' if result.returncode == 0 else 'FAILED'} ({seconds:.1f} s)")
    if result.returncode:
        say(result.stdout.rstrip())
    return Outcome(name, "failed" if result.returncode else "passed", seconds)


def _tests(chosen: list[str], *, quick: bool) -> Iterator[Outcome]:
    sqlite = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    yield _pytest("tests on SQLite", sqlite, "-n", str(PARALLEL), *chosen)
    if quick:
        yield Outcome("tests on PostgreSQL", "skipped", reason="left out by --quick")
        yield Outcome("journeys in a browser", "skipped", reason="left out by --quick")
        return
    programs = _postgresql_programs()
    if programs:
        with private_postgresql.running(programs) as address:
            environment = {**os.environ, "DATABASE_URL": address}
            options = ("-n", str(PARALLEL), "--only-database", *chosen)
            yield _pytest("tests on PostgreSQL", environment, *options)
    else:
        yield Outcome(
            "tests on PostgreSQL", "skipped", reason="none found: as root, apt-get install postgresql"
        )
    browser = _browser()
    if browser:
        # By file, because some files have a site of their own.
        options = ("-m", "browser", "-n", str(PARALLEL), "--dist", "loadfile", *chosen)
        yield _pytest("journeys in a browser", {**sqlite, "BROWSER": browser}, *options)
    else:
        yield Outcome(
            "journeys in a browser", "skipped", reason="none found: as root, apt-get install chromium"
        )


def _pytest(name: str, environment: dict[str, str], *arguments: str) -> Outcome:
    say(f"\n{name}")
    start = time.monotonic()
    process = subprocess.Popen([PYTHON, "-m", "pytest", "-q", *arguments], cwd=ROOT, env=environment)
    try:
        code = process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    seconds = time.monotonic() - start
    if code == NO_TEST_MATCHED:
        return Outcome(name, "skipped", seconds, "no test matches")
    return Outcome(name, "failed" if code else "passed", seconds)


def _postgresql_programs() -> Path | None:
    found = private_postgresql.find_programs()
    if not found and installation.install_system_packages("postgresql"):
        found = private_postgresql.find_programs()
    return found


def _browser() -> str | None:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found and installation.install_system_packages("chromium"):
        found = shutil.which("chromium")
    return found


def _print_summary(outcomes: list[Outcome]) -> None:
    say("\nSummary")
    for outcome in outcomes:
        detail = f"({outcome.reason})" if outcome.reason else f"{outcome.seconds:.0f} s"
        say(f"  {outcome.step:<24} {outcome.state:<8} {detail}")


if __name__ == "__main__":
    main()
