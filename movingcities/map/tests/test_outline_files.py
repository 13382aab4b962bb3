import gzip
import re
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from movingcities.map.country_files import build_country
from movingcities.map.frames import COUNTRY_FRAMES, mapped_countries
from movingcities.map.management.commands import build_map_outlines
from movingcities.map.management.commands.build_map_outlines import STATIC, frames_text
from movingcities.map.outline_files import SCOPE, build_europe, build_fine_europe, build_sheet

KIBIBYTE = 1024
FILES = sorted(STATIC.glob("*.svg"))


def test_europe_is_rebuilt_to_the_same_bytes():
    assert build_europe() == (STATIC / "europe.svg").read_text(encoding="utf-8")


def test_fine_europe_is_rebuilt_to_the_same_bytes():
    assert build_fine_europe() == (STATIC / "europe-fine.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["CY", "PT", "XK"])
def test_a_country_is_rebuilt_to_the_same_bytes(code):
    assert build_country(code) == (STATIC / f"country-{code.lower()}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["azores", "canaries", "madeira"])
def test_an_island_sheet_is_rebuilt_to_the_same_bytes(name):
    assert build_sheet(name) == (STATIC / f"islands-{name}.svg").read_text(encoding="utf-8")


def test_the_frames_are_rebuilt_to_the_same_bytes():
    assert frames_text() == COUNTRY_FRAMES.read_text(encoding="utf-8")


def test_there_is_one_file_for_each_country_of_the_scope():
    countries = {path.stem.removeprefix("country-").upper() for path in STATIC.glob("country-*.svg")}

    assert countries == set(mapped_countries()) == SCOPE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_outlines_are_light_enough_for_a_phone(path):
    # The fine one is only fetched by those who zoom in.
    limit = {"europe": 26, "europe-fine": 130}.get(path.stem, 40)

    assert len(gzip.compress(path.read_bytes(), 9, mtime=0)) <= limit * KIBIBYTE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_outlines_are_coloured_by_what_a_used_document_inherits(path):
    text = path.read_text(encoding="utf-8")

    ElementTree.fromstring(text)
    assert 'id="map"' in text
    assert not re.search(r"<style|\bstyle=|\bclass=|<script", text)
    assert all(colour.startswith("var(--") for colour in re.findall(r'(?:fill|stroke)="([^n"][^"]*)"', text))


@pytest.fixture
def one_file(tmp_path, monkeypatch):
    path = tmp_path / "europe.svg"
    monkeypatch.setattr(build_map_outlines, "built_files", lambda: [(path, "<svg/>")])
    return path


def test_the_command_writes_what_its_check_then_finds_in_order(one_file, capsys):
    call_command("build_map_outlines")
    call_command("build_map_outlines", "--check")

    assert one_file.read_text(encoding="utf-8") == "<svg/>"
    assert "as built" in capsys.readouterr().out


def test_the_check_names_a_file_that_was_changed_by_hand(one_file):
    one_file.write_text("<svg>by hand</svg>", encoding="utf-8")

    with pytest.raises(CommandError, match=r"europe\.svg"):
        call_command("build_map_outlines", "--check")
    assert one_file.read_text(encoding="utf-8") == "<svg>by hand</svg>"


@pytest.mark.parametrize("code", sorted(SCOPE))
def test_every_country_is_seen_on_its_own_map(code):
    text = (STATIC / f"country-{code.lower()}.svg").read_text(encoding="utf-8")

    land = re.findall(r'd="([^"]+)" fill="var\(--land', text)
    assert land
    corners = [int(number) for number in re.findall(r"-?\d+", land[0])]
    assert sum(abs(number) for number in corners[2:]) >= 4 * 36 - 36
