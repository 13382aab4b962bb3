"""The worker inside the serving process, a private class of another package held here; and its timetable."""

import pytest
from django.core.management import get_commands
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult, TaskResultStatus

from config import serve

IN_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}
pytestmark = pytest.mark.django_db


@task()
def double(number: int) -> int:
    return 2 * number


def test_what_is_due_is_published_each_minute_and_what_has_expired_is_forgotten_once_a_day():
    timetable = serve.Timetable()

    runs = {seconds: timetable.due(seconds) for seconds in (0, 1, 59, 60, 61, 120, 86_400, 86_401)}

    every, one = ["publish_scheduled", "clearsessions", "forget_interest"], ["publish_scheduled"]
    assert runs == {0: every, 1: [], 59: [], 60: one, 61: [], 120: one, 86_400: every, 86_401: []}


def test_a_command_that_fails_does_not_keep_the_others_from_running(monkeypatch, caplog):
    ran = []

    def call(name):
        ran.append(name)
        if name == "publish_scheduled":
            raise RuntimeError("away")

    monkeypatch.setattr("django.core.management.call_command", call)

    serve.run_commands(["publish_scheduled", "clearsessions"])

    assert ran == ["publish_scheduled", "clearsessions"]
    assert "publish_scheduled failed; it is tried again" in caplog.text


def test_the_commands_of_the_timetable_exist_and_run(caplog):
    serve.run_commands(serve.TIMETABLE)

    assert "failed" not in caplog.text
    assert set(serve.TIMETABLE) <= set(get_commands())


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
