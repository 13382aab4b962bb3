"""Times pages and searches over the whole gazetteer; README.md beside this says more."""

from __future__ import annotations

import argparse
import importlib
import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Prepare the database, time every case, print a table; 1 if a case is slower than its bound."""
    arguments = _arguments()
    os.environ["MOVINGCITIES_DATA_DIR"] = str(arguments.data.resolve())
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    arguments.data.mkdir(parents=True, exist_ok=True)

    import django

    django.setup()

    from benchmarks.cases import CASES
    from benchmarks.timing import report, time_cases
    from config.prepare import prepare

    prepare()
    # As it is served: with all code loaded and out of the garbage collector's way.
    importlib.import_module("config.wsgi")
    chosen = [case for case in CASES if arguments.only in f"{case.group} {case.name}"]
    if not chosen:
        sys.exit(f"No case is called “{arguments.only}”.")
    timings = time_cases(chosen, rounds=arguments.rounds)
    sys.stdout.write(report(timings, by_processor=arguments.cpu))
    return 1 if any(timing.is_too_slow(by_processor=arguments.cpu) for timing in timings) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        default=ROOT / ".run",
        help="directory with the database; it is made and filled if there is none (default: what ./run uses)",
    )
    parser.add_argument("--rounds", type=int, default=40, help="how often each case is timed (default: 40)")
    parser.add_argument(
        "--cpu", action="store_true", help="hold the processor's time against the bounds: for a busy machine"
    )
    parser.add_argument("--only", default="", help="only the cases whose group and name hold this text")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
