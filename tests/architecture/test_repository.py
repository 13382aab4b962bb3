"""The repository itself: names, sizes, addresses, what is installed, what is explained."""

import os
import re

from django.core.management import get_commands

from .house import PACKAGE, ROOT, WRITTEN, app_of, files, name_of, storeys

REFUSED_NAMES = {"core", "common", "base", "utils", "helpers", "misc", "services", "manager"}
LONGEST_FILE = 500
# Written by a program from shorter files.
JOINED = {PACKAGE / "design/static/design/moving-cities.css"}
# Written in pieces, so that this file does not find itself.
OF_THIS_MACHINE = re.compile(
    r"(?<![\w.:/-])/(?:wor" + r"k|far" + r"m|roo" + r"t|hom" + r"e/\w+)/"
    r"|index-url\W*http|regist" + r"ry\s*=\s*\"http|https?://[^\s\"]+/simpl" + r"e/?(?=[\s\"]|$)"
)


def test_no_module_has_a_name_that_says_nothing():
    refused = [
        name_of(path)
        for path in files()
        if path.suffix == ".py" and REFUSED_NAMES & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ]

    assert not refused


def test_no_file_is_too_long_to_read():
    long = [
        f"{name_of(path)}: {lines} lines"
        for path in files()
        if path.suffix in {".py", ".html", ".css", ".js"}
        if "migrations" not in path.parts and path not in JOINED
        if (lines := path.read_text().count("\n")) > LONGEST_FILE
    ]

    assert not long


def test_no_file_knows_the_machine_it_was_written_on():
    written = [path for path in files() if path.suffix in WRITTEN and path.stat().st_size < 2_000_000]

    found = [name_of(path) for path in written if OF_THIS_MACHINE.search(path.read_text(errors="ignore"))]

    assert not found


def test_commands_can_be_started():
    assert [name for name in ("run", "test", ".ci/run") if not os.access(ROOT / name, os.X_OK)] == []


def test_requirements_are_pinned_by_hash_and_agree():
    running, developing = ((ROOT / name).read_text() for name in ("requirements.txt", "requirements-dev.txt"))

    pins = [set(re.findall(r"^[\w.-]+==\S+", text, re.MULTILINE)) for text in (running, developing)]

    assert pins[0] <= pins[1]
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\w)", running)[1:])
    assert "://" not in running + developing


def test_every_app_is_explained():
    unexplained = sorted(app for app in storeys() if f"`{app}`" not in _documentation())

    assert not unexplained


def test_every_setting_is_explained():
    sources = [ROOT / "config/settings.py", ROOT / "scripts/run.py"]
    pattern = re.compile(r"""\benv(?:iron)?(?:\.\w+)?[(\[]\s*["']([A-Z_]+)["']""")

    names = {name for source in sources for name in pattern.findall(source.read_text())}

    assert {"SECRET_KEY", "SITE_URL"} <= names
    assert not sorted(name for name in names if f"`{name}`" not in _documentation())


def test_every_command_is_explained():
    ours = [name for name, app in get_commands().items() if app_of(app)]

    assert not sorted(name for name in ours if name not in _documentation())


def test_every_app_has_tests():
    untested = sorted(app for app in storeys() if not list((PACKAGE / app / "tests").glob("test_*.py")))

    assert not untested


def _documentation() -> str:
    return "\n".join(path.read_text() for path in sorted((ROOT / "docs").rglob("*.md")))
