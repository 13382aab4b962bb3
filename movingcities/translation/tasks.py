"""Translating by a machine, which no editor should wait for."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task
from wagtail_localize.models import Translation as Job

from movingcities.accounts.models import User
from movingcities.translation.actions import publish_of_machine, translate_by_machine
from movingcities.translation.engines import EngineFailed

_log = logging.getLogger(__name__)


@task()
def translate_job_by_machine(job_id: int, user_id: int) -> None:
    """Translate one text, which may be gone by now; a failure of the engine changes nothing."""
    job = (
        Job.objects.select_related("source__locale", "target_locale").filter(pk=job_id, enabled=True).first()
    )
    if job is None:
        return
    by = User.objects.filter(pk=user_id).first()
    try:
        translate_by_machine(job=job, by=by, at=timezone.now())
    except EngineFailed as problem:
        _log.warning("Text %s stays untranslated: %s", job_id, problem)
        return
    publish_of_machine(job=job, by=by)
