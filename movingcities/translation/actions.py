"""Writes to translations: opening one, following a changed original, taking stock, checking a machine's."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TranslationSource,
)
from wagtail_localize.models import Translation as Job

from movingcities.accounts.models import User
from movingcities.translation import rules
from movingcities.translation.engines import EngineFailed, engine
from movingcities.translation.findings import why_not
from movingcities.translation.models import Interest, NotTaken, Translated
from movingcities.translation.outcomes import ImportReport, MachineReport, NotAnOriginal, PassageHasGaps
from movingcities.translation.po_files import CARRIED, Answer, stamp_of
from movingcities.translation.queries import jobs_of, original_of, progress_of, terms_for, translations_of
from movingcities.translation.segments import texts_of
from movingcities.translation.terms import Term

Strings = Mapping[str, Sequence[StringSegment]]
_log = logging.getLogger(__name__)
_MARK = re.compile(r"<[^>]+>")


def open_for_translation(*, original: Any, locale: Locale, by: User | None) -> Job:
    """The desk's job for a text and a language, made if there is none.

    A translation that readers see already stays as it is; its words are what the translator begins with.
    Raises NotAnOriginal.
    """
    if original.is_translation:
        raise NotAnOriginal(original)
    with transaction.atomic():
        source = _brought_up_to(original)
        job, is_new = Job.objects.get_or_create(source=source, target_locale=locale)
        if not job.enabled:
            job.enabled = True
            job.save(update_fields=["enabled"])
        present = translations_of(original).filter(locale=locale).first()
        if present is None:
            _draft(original, source, locale, by)
        elif is_new:
            _adopt(_specific(present), source, locale)
    return job


def follow_original(*, original: Any) -> None:
    """Bring the desk and the notes of all translations up to an original that was published.

    Words of translations stay as readers see them; a string whose original was changed where it stands
    keeps its translation, which is marked as carried over.
    """
    now = texts_of(original)
    with transaction.atomic():
        if TranslationSource.objects.get_for_instance_or_none(original) is not None:
            _brought_up_to(original)
        for translation in translations_of(original):
            _note(translation, outdated=rules.outdated_paths(_specific(translation).standing, now))


def take_stock(*, translation: Any) -> None:
    """Note who translated which passage of a translation that was published from the desk."""
    job = jobs_of(translation).first()
    if job is None:
        return
    original = texts_of(original_of(translation))
    standing = dict(_stands(job, translation, original))
    origin = rules.origin_of(standing) if standing else Translated.Origin.HUMAN
    _note(
        translation,
        origin=origin,
        standing=standing,
        outdated=rules.outdated_paths(standing, original),
        **({} if origin == Translated.Origin.CHECKED else {"checked_by": None, "checked_at": None}),
    )


def take_stock_of_rewriting(*, translation: Any) -> None:
    """The same for one that was written on in the ordinary editor: what reads differently is a person's."""
    own = texts_of(translation)
    known = {path: stand["text"] for path, stand in translation.standing.items()}
    if known == {path: rules.digest(strings) for path, strings in own.items()}:
        return
    original = texts_of(original_of(translation))
    standing = {}
    for path, strings in own.items():
        before = translation.standing.get(path)
        text = rules.digest(strings)
        if before and before["text"] == text:
            standing[path] = before
        elif strings != original.get(path):
            standing[path] = rules.Stand(of=rules.digest(original.get(path, ())), text=text, how=rules.HUMAN)
    _note(
        translation,
        origin=rules.origin_of(standing),
        standing=standing,
        outdated=rules.outdated_paths(standing, original),
    )


def confirm_machine_translation(*, translation: Any, by: User, at: datetime) -> None:
    """Put a name to a machine's translation: a person has read it against the original."""
    standing = {path: rules.checked(stand) for path, stand in translation.standing.items()}
    _note(translation, origin=rules.origin_of(standing), standing=standing, checked_by=by, checked_at=at)


def confirm_passage(*, translation: Any, path: str, by: User) -> None:
    """Say that an outdated passage is still right: its words stay, for the original as it is now.

    Raises PassageHasGaps where the original has other strings than the translation can answer.
    """
    original = original_of(translation)
    texts, own = texts_of(original), texts_of(translation)
    before = translation.standing.get(path)
    if before is None or len(own.get(path, ())) != len(texts.get(path, ())):
        raise PassageHasGaps(path)
    with transaction.atomic():
        job = open_for_translation(original=original, locale=translation.locale, by=by)
        _vouch(job, path, own[path], by)
        how = rules.HUMAN if before["how"] == rules.HUMAN else rules.CHECKED
        stand = rules.Stand(of=rules.digest(texts[path]), text=rules.digest(own[path]), how=how)
        standing = {**translation.standing, path: stand}
        _note(translation, standing=standing, outdated=rules.outdated_paths(standing, texts))


def _vouch(job: Job, path: str, words: Sequence[str], by: User) -> None:
    """Take the mark “carried over” from the strings that say what readers see; newer drafts keep theirs."""
    for segment, string in zip(_strings(job.source)[path], words, strict=True):
        _translate(segment, job.target_locale, string, kind="manual", tool="", by=by)
        StringTranslation.objects.filter(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=job.target_locale,
            tool_name=CARRIED,
            data=string,
        ).update(tool_name="", last_translated_by=by)


def _brought_up_to(original: Any) -> TranslationSource:
    """The desk's copy of an original as it is now; translations of changed strings are carried over."""
    known = TranslationSource.objects.get_for_instance_or_none(original)
    former = _strings(known) if known is not None else {}
    source, _made = TranslationSource.update_or_create_from_instance(original)
    _carry_over(source, former)
    return source


def _draft(original: Any, source: TranslationSource, locale: Locale, by: User | None) -> None:
    """Make the row of a translation that nobody sees yet."""
    source.create_or_update_translation(
        locale, user=by, publish=False, copy_parent_pages=isinstance(original, Page), fallback=True
    )


def _adopt(translation: Any, source: TranslationSource, locale: Locale) -> None:
    """Give the desk the words of a translation that was not made at it."""
    for path, strings, segments in _pairs(texts_of(translation), _strings(source)):
        stand = translation.standing.get(path)
        if stand is None:
            continue
        kind = "manual" if stand["how"] == rules.HUMAN else "machine"
        tool = CARRIED if path in translation.outdated else ""
        for string, segment in zip(strings, segments, strict=True):
            _translate(segment, locale, string, kind=kind, tool=tool, by=None)


def _pairs(
    texts: rules.Texts, strings: Strings
) -> Iterator[tuple[str, Sequence[str], Sequence[StringSegment]]]:
    """(path, own strings, those of the original) where both have as many."""
    for path, own in texts.items():
        theirs = strings.get(path, ())
        if len(own) == len(theirs):
            yield path, own, theirs


def _carry_over(source: TranslationSource, former: Strings) -> None:
    for path, segments in _strings(source).items():
        before = former.get(path, ())
        pairs = rules.replaced([each.string.data for each in before], [each.string.data for each in segments])
        for old, new in pairs:
            for known in StringTranslation.objects.filter(
                translation_of=before[old].string, context=before[old].context
            ).select_related("locale"):
                if _same_marks(before[old].string.data, segments[new].string.data):
                    _translate(
                        segments[new],
                        known.locale,
                        known.data,
                        kind=known.translation_type,
                        tool=CARRIED,
                        by=known.last_translated_by,
                    )


def _same_marks(one: str, other: str) -> bool:
    """Whether two strings have the same links and marks, without which a translation does not fit."""
    return sorted(_MARK.findall(one)) == sorted(_MARK.findall(other))


def _translate(
    segment: StringSegment, locale: Locale, words: str, *, kind: str, tool: str, by: User | None
) -> None:
    """Note the translation of a string where none is noted."""
    StringTranslation.objects.get_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=locale,
        defaults={"data": words, "translation_type": kind, "tool_name": tool, "last_translated_by": by},
    )


def _stands(job: Job, translation: Any, original: rules.Texts) -> Iterator[tuple[str, rules.Stand]]:
    own = texts_of(translation)
    known = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            context__object_id=job.source.object_id, locale=job.target_locale, has_error=False
        )
    }
    for path, segments in _strings(job.source).items():
        made = [known.get((each.string_id, each.context_id)) for each in segments]
        there = [each for each in made if each is not None]
        if not there or path not in own:
            continue
        before = translation.standing.get(path)
        text = rules.digest(own[path])
        is_current = len(there) == len(made) and all(each.tool_name != CARRIED for each in there)
        yield (
            path,
            rules.Stand(
                of=rules.digest(original.get(path, ())) if is_current else before["of"] if before else "",
                text=text,
                how=_way(there, before, text),
            ),
        )


def _way(made: Sequence[StringTranslation], before: rules.Stand | None, text: str) -> str:
    """By whom a passage was translated; a machine's stays checked as long as its words stay."""
    if all(each.translation_type == "manual" for each in made):
        return rules.HUMAN
    is_checked = before and before["how"] == rules.CHECKED and before["text"] == text
    return rules.CHECKED if is_checked else rules.MACHINE


def _strings(source: TranslationSource) -> dict[str, list[StringSegment]]:
    """{path: its strings in order}."""
    found: dict[str, list[StringSegment]] = defaultdict(list)
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        found[segment.context.path].append(segment)
    return found


def _specific(instance: Any) -> Any:
    return instance.specific if isinstance(instance, Page) else instance


def _note(translation: Any, **notes: Any) -> None:
    """Write notes to the row and to the object in hand, past drafts and their revisions."""
    translation = _specific(translation)
    type(translation)._default_manager.filter(pk=translation.pk).update(**notes)
    for name, value in notes.items():
        setattr(translation, name, value)


def translate_by_machine(*, job: Job, by: User | None, at: datetime) -> MachineReport:
    """Let the engine translate what nobody has, and its own words where the original has changed since.

    A person's words stay, and a machine's that are current. What breaks the glossary or loses a link or a
    placeholder is not taken but kept with the reason. Raises EngineFailed; then nothing is changed.
    """
    source, target = job.source.locale, job.target_locale
    translator = engine()
    if translator is None:
        raise EngineFailed("switched off")
    open_segments = list(_open_to_machines(job))
    if not open_segments:
        return MachineReport(0, 0)
    strings = list(dict.fromkeys(each.string.data for each in open_segments))
    answers = translator.translate(strings, source=source, target=target)
    terms = terms_for(target.language_code)
    taken = refused = 0
    with transaction.atomic():
        _forget_not_taken(job, [each.context.path for each in open_segments], origin=translator.name)
        still_open = {each.pk for each in _open_to_machines(job)}
        for segment in open_segments:
            original, words = segment.string.data, answers[segment.string.data]
            if segment.pk not in still_open:
                continue
            reason = why_not(original, words, terms)
            if reason:
                refused += 1
                _keep_not_taken(job, segment, words, reason=reason, origin=translator.name, at=at)
            else:
                taken += 1
                StringTranslation.objects.update_or_create(
                    translation_of_id=segment.string_id,
                    context_id=segment.context_id,
                    locale=target,
                    defaults={
                        "data": words,
                        "translation_type": "machine",
                        "tool_name": translator.name,
                        "last_translated_by": by,
                        "has_error": False,
                        "field_error": "",
                    },
                )
    return MachineReport(taken, refused)


def publish_of_machine(*, job: Job, by: User | None) -> bool:
    """Publish a text that a machine alone has translated whole, where the settings allow that; tell whether.

    Readers are told that no person has checked it.
    """
    words = StringTranslation.objects.filter(
        context__object_id=job.source.object_id, locale=job.target_locale
    )
    is_whole = not progress_of(job).gaps and not words.exclude(translation_type="machine").exists()
    if not settings.MACHINE_TRANSLATION_PUBLISHES or not is_whole:
        return False
    job.save_target(user=by, publish=True)
    return True


def import_answers(*, job: Job, answers: Sequence[Answer], by: User | None, at: datetime) -> ImportReport:
    """Take the strings of a file that came back; what cannot be taken is kept with the reason, not lost.

    A string that was translated otherwise after the file went out stays as it is.
    """
    segments = {
        (each.context.path, each.string.data): each
        for strings in _strings(job.source).values()
        for each in strings
    }
    terms = terms_for(job.target_locale.language_code)
    taken = unchanged = 0
    refused = []
    with transaction.atomic():
        for answer in answers:
            segment = segments.get((answer.path, answer.original))
            made = _made(job, segment)
            is_same = made is not None and made.data == answer.words and _says_nothing(made, answer)
            if not answer.words or is_same:
                unchanged += 1
                continue
            reason = _why_not_taken(answer, segment, made, terms)
            if reason:
                refused.append((answer.path, reason))
                _keep_answer(job, answer, reason, at)
                continue
            taken += 1
            _take(job, segment, answer, by)
    return ImportReport(taken, unchanged, tuple(refused))


def _made(job: Job, segment: StringSegment | None) -> StringTranslation | None:
    if segment is None:
        return None
    return StringTranslation.objects.filter(
        translation_of_id=segment.string_id, context_id=segment.context_id, locale=job.target_locale
    ).first()


def _says_nothing(made: StringTranslation, answer: Answer) -> bool:
    """Whether the same words came back: they confirm carried-over ones only where the mark was taken off."""
    return made.tool_name != CARRIED or answer.is_fuzzy


def _why_not_taken(
    answer: Answer, segment: StringSegment | None, made: StringTranslation | None, terms: Sequence[Term]
) -> str:
    if segment is None:
        return _("The original says something else now, or has dropped this.")
    if made is not None and made.data != answer.words and stamp_of(made.data) != answer.stamp:
        return _("Somebody translated this after the file was exported.")
    return why_not(answer.original, answer.words, terms)


def _take(job: Job, segment: StringSegment | None, answer: Answer, by: User | None) -> None:
    if segment is None:
        return
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=job.target_locale,
        defaults={
            "data": answer.words,
            "translation_type": "manual",
            "tool_name": CARRIED if answer.is_fuzzy else "",
            "last_translated_by": by,
            "has_error": False,
            "field_error": "",
        },
    )


def _keep_answer(job: Job, answer: Answer, reason: str, at: datetime) -> None:
    NotTaken.objects.create(
        translation_key=job.source.object_id,
        language=job.target_locale.language_code,
        path=answer.path,
        original=answer.original,
        words=answer.words,
        reason=reason,
        origin="po",
        at=at,
    )


def _open_to_machines(job: Job) -> Iterator[StringSegment]:
    """The segments that nobody has translated, or a machine before the original changed."""
    known = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            context__object_id=job.source.object_id, locale=job.target_locale
        )
    }
    for segments in _strings(job.source).values():
        for segment in segments:
            made = known.get((segment.string_id, segment.context_id))
            if made is None or (made.translation_type == "machine" and made.tool_name == CARRIED):
                yield segment


def _forget_not_taken(job: Job, paths: Sequence[str], *, origin: str) -> None:
    NotTaken.objects.filter(
        translation_key=job.source.object_id,
        language=job.target_locale.language_code,
        path__in=paths,
        origin=origin,
    ).delete()


def _keep_not_taken(
    job: Job, segment: StringSegment, words: str, *, reason: str, origin: str, at: datetime
) -> None:
    NotTaken.objects.create(
        translation_key=job.source.object_id,
        language=job.target_locale.language_code,
        path=segment.context.path,
        original=segment.string.data,
        words=words,
        reason=reason,
        origin=origin[:60],
        at=at,
    )


def note_interest(*, counts: Mapping[tuple[UUID, str, date], int]) -> None:
    """Add to how often texts were asked for; a busy database costs these counts, no more."""
    try:
        with transaction.atomic():
            for (key, language, month), number in counts.items():
                row, _made = Interest.objects.get_or_create(
                    translation_key=key, language=language, month=month
                )
                Interest.objects.filter(pk=row.pk).update(asked=F("asked") + number)
    except DatabaseError as problem:
        _log.warning("How often texts were asked for was not written down: %s", problem)


def forget_interest(*, before: date) -> int:
    """Delete what was counted in months that began before a day; returns how many numbers."""
    return Interest.objects.filter(month__lt=before).delete()[0]
