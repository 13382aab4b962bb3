"""The documents: what they point at exists, and the data is as its description says."""

import re
import subprocess
import sys
from pathlib import Path

from .house import ROOT, files, name_of

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def documents() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def test_links_between_documents_lead_somewhere():
    links = [(path, target) for path in documents() for target in LINK.findall(path.read_text())]

    dangling = [f"{name_of(path)}: {target}" for path, target in links if not (path.parent / target).exists()]

    assert len(links) > 50
    assert not dangling


def test_every_document_can_be_found_from_the_index():
    index = ROOT / "docs" / "README.md"
    reachable = {index}
    waiting = [index]

    while waiting:
        path = waiting.pop()
        found = {(path.parent / target).resolve() for target in LINK.findall(path.read_text())}
        new = {target for target in found if target.suffix == ".md" and target.is_file()} - reachable
        reachable |= new
        waiting += new

    assert not [
        name_of(path) for path in documents() if ROOT / "docs" in path.parents and path not in reachable
    ]


def test_every_decision_is_in_the_index_and_says_its_status():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text()
    records = sorted(folder.glob("[0-9]*.md"))

    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert not [path.name for path in records if f"({path.name})" not in index]
    assert not [path.name for path in records if "\nStatus: " not in path.read_text()]


def test_decisions_that_code_refers_to_exist():
    records = {int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")}
    code = [path for path in files() if path.suffix in {".py", ".toml"}]

    unknown = [
        f"{name_of(path)}: ADR {number}"
        for path in code
        for number in re.findall(r"\bADR (\d+)", path.read_text())
        if int(number) not in records
    ]

    assert not unknown


def test_data_package_describes_the_data():
    result = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "data/datapackage.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout[-4000:]


def test_every_file_of_the_data_is_described():
    described = set(re.findall(r'"path": "([^"]+)"', (ROOT / "data/datapackage.json").read_text()))

    present = {str(path.relative_to(ROOT / "data")) for path in (ROOT / "data").rglob("*") if path.is_file()}

    assert present - described == {"README.md", "datapackage.json"}
