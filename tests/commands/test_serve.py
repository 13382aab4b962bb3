"""The worker inside the serving process: a private class of another package, held here."""

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult, TaskResultStatus

from config import serve

IN_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
pytestmark = pytest.mark.django_db


@task()
def double(number: int) -> int:
    return 2 * number


@pytest.fixture
def queue(settings):
    settings.TASKS = IN_DATABASE


@pytest.mark.django_db(transaction=True)
def test_worker_runs_what_is_queued(queue):
    result = double.enqueue(21)
    worker = serve.make_worker()
    worker.batch = True

    worker.run()

    result.refresh()
    assert result.return_value == 42


def test_task_that_a_killed_process_left_running_is_queued_again(queue):
    left = _left_running(worker_ids=["serve-1"])

    serve.give_back_tasks()

    left.refresh_from_db()
    assert left.status == TaskResultStatus.READY


def test_task_that_was_running_each_time_the_process_died_is_given_up(queue):
    left = _left_running(worker_ids=["serve-1", "serve-2", "serve-3"])

    serve.give_back_tasks()

    left.refresh_from_db()
    assert left.status == TaskResultStatus.FAILED
    assert "the process died 3 times" in left.traceback


def test_task_of_another_machine_is_left_alone(queue):
    left = _left_running(worker_ids=["another-machine"])

    serve.give_back_tasks()

    left.refresh_from_db()
    assert left.status == TaskResultStatus.RUNNING


def _left_running(*, worker_ids: list[str]) -> DBTaskResult:
    result = double.enqueue(1)
    left = DBTaskResult.objects.get(id=result.id)
    left.status = TaskResultStatus.RUNNING
    left.started_at = timezone.now()
    left.worker_ids = worker_ids
    left.save()
    return left
