"""From files to a checked dataset: everything that is wrong is told at once, nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from movingcities.contributions.starter import checking_networks as networks
from movingcities.contributions.starter import checking_pages as pages
from movingcities.contributions.starter import checking_places as places
from movingcities.contributions.starter import checking_terms as terms
from movingcities.contributions.starter import checking_texts as texts
from movingcities.contributions.starter.checking_translations import (
    check_translation,
    translated_languages,
    translation_file,
)
from movingcities.contributions.starter.dataset import Dataset
from movingcities.contributions.starter.files import DataFolder
from movingcities.contributions.starter.problems import DamagedData, Problems
from movingcities.contributions.starter.sources import SourceBook

FILES = (
    places.GAZETTEER,
    places.PLACES,
    places.TOPICS,
    networks.NETWORKS,
    networks.MEMBERSHIPS,
    networks.DECISIONS,
    texts.APPROACHES,
    texts.PROFILES,
    texts.COUNTRIES,
)
_ABSENT = "absent"


def file_names() -> list[str]:
    """The files of the dataset; those of the translations may be absent."""
    return [*FILES, *(translation_file(language) for language in translated_languages())]


def check_dataset(path: Path, *, advance: Callable[[str], object] = lambda name: None) -> Dataset:
    """Read and check all files of the folder; raises DamagedData with every problem found.

    `advance` is told the name of each file once it is read.
    """
    problems = Problems()
    folder = DataFolder(path, problems)
    dataset = Dataset()
    sources = SourceBook()
    places.check_gazetteer(folder, dataset)
    advance(places.GAZETTEER)
    places.check_places(folder, dataset)
    advance(places.PLACES)
    places.check_topics(folder, dataset)
    advance(places.TOPICS)
    for name, check in (
        (networks.NETWORKS, networks.check_networks),
        (networks.MEMBERSHIPS, networks.check_memberships),
        (networks.DECISIONS, networks.check_decisions),
        (texts.APPROACHES, texts.check_approaches),
        (texts.PROFILES, texts.check_profiles),
        (texts.COUNTRIES, texts.check_countries),
    ):
        check(folder, dataset, sources)
        advance(name)
    for language in translated_languages():
        check_translation(folder, dataset, language)
        advance(translation_file(language))
    pages.check_pages(folder, dataset, sources.entries)
    pages.check_menus(folder, dataset)
    terms.check_terms(folder, dataset)
    if problems:
        raise DamagedData(problems)
    dataset.sources = sources.entries
    return dataset


def digests_of_files(path: Path) -> dict[str, str]:
    """{file: SHA-256 of its bytes, empty where it cannot be read, “absent” where it need not be there}."""
    digests: dict[str, str] = {}
    for name in [*file_names(), *pages.page_files(path), pages.MENUS, terms.TERMS]:
        try:
            digests[name] = hashlib.sha256((path / name).read_bytes()).hexdigest()
        except FileNotFoundError:
            digests[name] = "" if name in FILES else _ABSENT
        except OSError:
            digests[name] = ""
    return digests
