"""Static files are collected under hashed names, references among them included, and compressed."""

import json
import re

import pytest
from django.apps import apps
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Folder with our own files collected as for production; those of Wagtail would take half a minute."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("movingcities.")}
    found = {name.split("/")[0] for finder in get_finders() for name, _storage in finder.list([])}
    storages = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "config.static_files.StaticFilesStorage"},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command(
            "collectstatic",
            interactive=False,
            verbosity=0,
            ignore_patterns=[*(found - ours), "country-*.svg"],
        )
    return folder


def test_every_file_is_kept_under_its_hashed_name_only(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]

    assert "design/moving-cities.css" in names
    assert all(re.search(r"\.[0-9a-f]{12}\.\w+$", hashed) for hashed in names.values())
    assert all((collected / hashed).exists() for hashed in names.values())
    assert not any((collected / name).exists() for name in names)


def test_style_sheet_asks_for_hashed_files_of_ours(collected):
    style = next(collected.glob("design/moving-cities.*.css")).read_text()

    addresses = re.findall(r"url\([\"']?([^\"')]+)", style)

    assert addresses
    assert all(
        re.search(r"\.[0-9a-f]{12}\.\w+(#.*)?$", address) or address.startswith("#") for address in addresses
    )


def test_text_is_compressed_beforehand(collected):
    style = next(collected.glob("design/moving-cities.*.css"))

    sizes = [style.with_name(style.name + suffix).stat().st_size for suffix in (".br", ".gz", "")]

    assert sizes == sorted(sizes)


@pytest.fixture
def scripts(collected):
    """Our own scripts as they are served, by their names."""
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return {name: collected / hashed for name, hashed in names.items() if name.endswith(".js")}


def test_scripts_import_hashed_modules(scripts):
    texts = scripts["website/start.js"].read_text() + scripts["map/living-map.js"].read_text()

    modules = re.findall(r"(?:import\(|from )[\"']([^\"']+)[\"']", texts)

    assert len(modules) == 5
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", module) for module in modules)


def test_scripts_are_served_without_comments_and_within_their_bounds(scripts):
    weights = {name: path.with_name(path.name + ".br").stat().st_size for name, path in scripts.items()}

    assert not any(re.search(r"^\s|//|^/?\*", path.read_text(), re.MULTILINE) for path in scripts.values())
    # What makes a map move; a card, and night lights, come when they are asked for.
    assert weights["map/living-map.js"] + weights["map/picture.js"] <= 6_050
    # A film's own script comes on pages that hold one.
    assert sum(weights.values()) - weights["website/film.js"] <= 10_000
    assert weights["website/film.js"] <= 300
