"""Checks of the translations: one file for each language, with the keys of the other files."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.conf import settings

from movingcities.contributions.starter.checking_networks import DECISIONS, NETWORKS
from movingcities.contributions.starter.checking_places import TOPICS
from movingcities.contributions.starter.checking_texts import APPROACHES, COUNTRIES, PROFILES
from movingcities.contributions.starter.dataset import Dataset, TopicWordsRow, Translation
from movingcities.contributions.starter.files import DataFolder, Section
from movingcities.contributions.starter.records import Record
from movingcities.languages.maps import FALLBACK_LANGUAGE

_SECTIONS = ("topics", "networks", "approaches", "profiles", "decisions", "countries")


def translation_file(language: str) -> str:
    """Where the translations into a language are kept."""
    return f"translations/{language}.yaml"


def translated_languages() -> list[str]:
    """The languages of the site that the dataset may be translated into."""
    return [code for code, _name in settings.LANGUAGES if code != FALLBACK_LANGUAGE]


def check_translation(folder: DataFolder, dataset: Dataset, language: str) -> None:
    """Read the translations into a language, if there are any; what they translate must exist."""
    name = translation_file(language)
    if not (folder.path / name).exists():
        return
    translation = Translation()
    for section in folder.sections(name):
        match section.title:
            case "topics":
                translation.topics = _topics(section, dataset)
            case "networks":
                translation.network_names = _network_names(section)
                translation.words["networks"] = _networks(section, dataset)
            case "approaches":
                translation.words["approaches"] = _approaches(section, dataset)
            case "profiles":
                translation.words["profiles"] = _profiles(section, dataset)
            case "decisions":
                translation.words["decisions"] = _decisions(section, dataset)
            case "countries":
                translation.words["countries"] = _countries(section, dataset)
            case _other:
                message = f"is unknown; the sections are {', '.join(_SECTIONS)}"
                folder.problems.note(name, section.line, section.title, message)
    dataset.translations[language] = translation


Words = Mapping[str, str | tuple[str, ...]]


def _records(
    section: Section, known: Collection[str], what: str, fields: Collection[str]
) -> dict[str, Record]:
    """The records of a section whose key is known; the others are noted."""
    for key, record in section.records.items():
        record.expect_known(section.title, key, known, what)
        record.expect_no_other(fields)
    return {key: record for key, record in section.records.items() if key in known}


def _topics(section: Section, dataset: Dataset) -> dict[str, TopicWordsRow]:
    records = _records(section, dataset.topics, f"a topic of {TOPICS}", ("label", "synonyms"))
    return {
        key: TopicWordsRow(record.text("label", required=True, limit=200), record.texts("synonyms"))
        for key, record in records.items()
    }


def _network_names(section: Section) -> dict[str, str]:
    names = {key: record.text("name", limit=300) for key, record in section.records.items()}
    return {key: name for key, name in names.items() if name}


def _networks(section: Section, dataset: Dataset) -> dict[str, Words]:
    records = _records(section, dataset.networks, f"a network of {NETWORKS}", ("name", "what_it_does"))
    texts = {key: record.text("what_it_does") for key, record in records.items()}
    return {key: {"description": text} for key, text in texts.items() if text}


def _approaches(section: Section, dataset: Dataset) -> dict[str, Words]:
    fields = ("title", "short_title", "summary")
    records = _records(section, dataset.approaches, f"an approach of {APPROACHES}", fields)
    return {
        key: {
            "title": record.text("title", required=True, limit=250),
            "short_title": record.text("short_title", limit=120),
            "summary": record.text("summary"),
        }
        for key, record in records.items()
    }


def _profiles(section: Section, dataset: Dataset) -> dict[str, Words]:
    fields = ("subtitle", "takeaways")
    records = _records(section, dataset.profiles, f"a place of {PROFILES}", fields)
    return {
        key: {
            "subtitle": record.text("subtitle", required=True, limit=200),
            "takeaways": record.texts("takeaways", limit=400),
        }
        for key, record in records.items()
    }


def _decisions(section: Section, dataset: Dataset) -> dict[str, Words]:
    fields = ("title", "what_was_decided")
    records = _records(section, dataset.decisions, f"a decision of {DECISIONS}", fields)
    return {
        key: {
            "title": record.text("title", required=True, limit=250),
            "what_was_decided": record.text("what_was_decided"),
        }
        for key, record in records.items()
    }


def _countries(section: Section, dataset: Dataset) -> dict[str, Words]:
    records = _records(section, dataset.countries, f"a country of {COUNTRIES}", ("context",))
    texts = {key: record.text("context", required=True) for key, record in records.items()}
    return {key: {"context": text} for key, text in texts.items()}
