"""Translating by a machine, which no editor should wait for."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task
from wagtail.models import Locale
from wagtail_localize.models import Translation as Job

from movingcities.accounts.models import User
from movingcities.translation.actions import (
    open_for_translation,
    publish_of_machine,
    translate_by_machine,
)
from movingcities.translation.engines import EngineFailed
from movingcities.translation.stock import queue_of

_log = logging.getLogger(__name__)


@task()
def translate_job_by_machine(job_id: int, user_id: int) -> None:
    """Translate one text, which may be gone by now; a failure of the engine changes nothing."""
    job = (
        Job.objects.select_related("source__locale", "target_locale").filter(pk=job_id, enabled=True).first()
    )
    if job is not None:
        _translate(job, User.objects.filter(pk=user_id).first())


@task()
def translate_queue_by_machine(language: str, kind: str, state: str, user_id: int) -> None:
    """Translate what a queue holds, in its order; ends at the first failure of the engine, for it may be off.

    What is done stays done: called again, it goes on with the rest.
    """
    by = User.objects.filter(pk=user_id).first()
    locale = Locale.objects.get(language_code=language)
    for entry in queue_of(language, kind=kind, state=state):
        original = entry.kind.model._default_manager.filter(pk=entry.original_id).first()
        if original is None or original.is_translation:
            continue
        if not _translate(open_for_translation(original=original, locale=locale, by=by), by):
            return


def _translate(job: Job, by: User | None) -> bool:
    """Whether the engine answered."""
    try:
        translate_by_machine(job=job, by=by, at=timezone.now())
    except EngineFailed as problem:
        _log.warning("Text %s stays untranslated: %s", job.pk, problem)
        return False
    publish_of_machine(job=job, by=by)
    return True
