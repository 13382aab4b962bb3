"""Reads across a text and its translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum
from wagtail_localize.models import StringSegment
from wagtail_localize.models import Translation as Job

from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.translation import rules
from movingcities.translation.models import GlossaryTerm, Interest, NotTaken
from movingcities.translation.segments import texts_of
from movingcities.translation.terms import Term

REVISIONS_LOOKED_AT = 50


def jobs_of(translation: Any) -> QuerySet[Job]:
    """The desk's jobs that a translation is the result of; one at most."""
    jobs: QuerySet[Job] = Job.objects.filter(
        source__object_id=translation.translation_key, target_locale=translation.locale
    ).select_related("source", "target_locale")
    return jobs


def translations_of(original: Any) -> QuerySet[Any]:
    """The same text in the other languages."""
    model = type(original)
    return model._default_manager.filter(translation_key=original.translation_key).exclude(pk=original.pk)


def original_of(translation: Any) -> Any:
    """The text a translation was made from: the one that says so, else the one in the fallback language."""
    originals = translations_of(translation).select_related("locale")
    marked = [each for each in originals if not each.is_translation]
    return next((each for each in marked if each.locale.language_code == FALLBACK_LANGUAGE), marked[0])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is; `gaps` are the content paths of passages with strings not translated."""

    total: int
    translated: int
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an original beside its translation, strings joined by empty lines.

    `former` is what the original said when the passage was translated, where it says something else now
    and one of its last revisions still tells; `how` is empty where nothing is translated.
    """

    path: str
    original: str
    former: str
    translation: str
    how: str
    is_outdated: bool


def progress_of(job: Job) -> Progress:
    """What of a text is translated at the desk."""
    segments = StringSegment.objects.filter(source=job.source).order_by("order")
    rows = segments.annotate_translation(job.target_locale).values_list("context__path", "translation")
    made = [(path, words is not None) for path, words in rows]
    gaps = tuple(dict.fromkeys(path for path, is_made in made if not is_made))
    return Progress(len(made), sum(is_made for _path, is_made in made), gaps)


def passages_of(translation: Any, original: Any) -> list[Passage]:
    """A translation passage by passage, in the order of its original."""
    own, texts = texts_of(translation), texts_of(original)
    standing: rules.Standing = translation.standing
    former = _former(original, {path: standing[path]["of"] for path in translation.outdated})
    return [
        Passage(
            path=path,
            original="\n\n".join(strings),
            former="\n\n".join(former.get(path, ())),
            translation="\n\n".join(own.get(path, ())) if path in standing else "",
            how=standing[path]["how"] if path in standing else "",
            is_outdated=path in translation.outdated,
        )
        for path, strings in texts.items()
    ]


def _former(original: Any, digests: Mapping[str, str]) -> rules.Texts:
    """{path: the strings with that digest}, found in the latest revisions of an original."""
    found: dict[str, list[str]] = {}
    if not digests:
        return found
    for revision in original.revisions.order_by("-created_at")[:REVISIONS_LOOKED_AT]:
        texts = texts_of(revision.as_object())
        for path, digest in digests.items():
            if path not in found and rules.digest(texts.get(path, ())) == digest:
                found[path] = texts[path]
        if len(found) == len(digests):
            break
    return found


def terms_for(language: str) -> list[Term]:
    """What the glossary says about translations into a language."""
    rows = GlossaryTerm.objects.filter(language=language).order_by("source", "pk")
    return [Term(each.source, tuple(each.required), tuple(each.forbidden), each.note) for each in rows]


def not_taken_of(original: Any, language: str) -> list[NotTaken]:
    """What machines and files said for a text and was not taken, the latest first."""
    rows = NotTaken.objects.filter(translation_key=original.translation_key, language=language)
    return list(rows.order_by("-at", "pk"))


def interest_in(language: str) -> dict[UUID, int]:
    """{translation key: how often the text was asked for in a language}, of the months that are kept."""
    rows = Interest.objects.filter(language=language).values_list("translation_key")
    return dict(rows.annotate(asked_in_all=Sum("asked")))
