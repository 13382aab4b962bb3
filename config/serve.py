"""Serves web and background work from one start: `python -m config.serve --port N`.

This process runs the worker in a thread and watches over granian's child, which answers the requests.
SIGINT and SIGTERM end both. An installation on several machines starts granian and `manage.py db_worker`
apart.
"""

import argparse
import http.client
import logging
import multiprocessing
import os
import signal
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import django
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

HOST = "127.0.0.1"
# SQLite writes one at a time and Python computes one at a time: more threads would only wait.
THREADS = 4
# Seconds that requests and a task under way get to end when the site is stopped.
PATIENCE = 10
# How often a task is tried that was running each time the process died.
ATTEMPTS = 3
WORKER_NAME = "serve-"
# {command: seconds between two runs}; without this process cron does the same (docs/how-to/deploy.md).
DAY = 24 * 60 * 60.0
TIMETABLE = {"publish_scheduled": 60.0, "clearsessions": DAY, "forget_interest": DAY}

log = logging.getLogger(__name__)


def main() -> None:
    """Serve until a signal comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # Forked, the child would inherit the locks that the worker's thread happens to hold, for ever.
    multiprocessing.set_start_method("spawn")
    server = Server(
        "config.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.warning,
    )
    # A closed terminal is a wish to stop; granian would take it for a wish to load the code anew.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    stopping = threading.Event()
    threading.Thread(target=_announce, args=(port,), daemon=True).start()
    worker = threading.Thread(target=_work, args=(stopping,), daemon=True)
    worker.start()
    threading.Thread(target=_keep_time, args=(stopping,), daemon=True).start()
    try:
        server.serve(target_loader=_load_application, wrap_loader=False)
    finally:
        stopping.set()
        worker.join(PATIENCE)


def make_worker() -> Any:
    """Make a worker for tasks of every queue; it looks for new ones twice a second."""
    # A private module, but the only way to work in a thread: the package is pinned and a test holds this.
    from django_tasks_db.management.commands.db_worker import Worker

    return Worker(
        queue_names=["*"],
        interval=0.5,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{WORKER_NAME}{uuid.uuid4().hex}",
        excluded_queue_names=[],
    )


def give_back_tasks() -> None:
    """Queue again what a killed process left running; give up on a task that was there each time."""
    from django_tasks_db.models import DBTaskResult, TaskResultStatus

    for task in DBTaskResult.objects.running():
        if not task.worker_ids or not task.worker_ids[-1].startswith(WORKER_NAME):
            continue
        if len(task.worker_ids) < ATTEMPTS:
            task.status = TaskResultStatus.READY
            task.save(update_fields=["status"])
        else:
            log.error("Task %s ran each of %s times that the process died", task.task_path, ATTEMPTS)
            task.set_failed(RuntimeError(f"Given up: the process died {ATTEMPTS} times while this ran."))


class Timetable:
    """What is done again and again, and when it was done last; `now` counts seconds from any beginning."""

    def __init__(self, commands: Mapping[str, float] = TIMETABLE) -> None:
        self._every = dict(commands)
        self._last: dict[str, float] = {}

    def due(self, now: float) -> list[str]:
        """The commands whose time has come; they count as done from now on."""
        due = [
            name
            for name, seconds in self._every.items()
            if name not in self._last or now - self._last[name] >= seconds
        ]
        self._last.update(dict.fromkeys(due, now))
        return due


def run_commands(names: Iterable[str]) -> None:
    """Run commands one after the other; one that fails is noted and tried again when its time comes."""
    from django.core.management import call_command

    for name in names:
        try:
            call_command(name)
        except Exception:
            # A page that cannot be published, a database that is away: the others must go on.
            log.exception("%s failed; it is tried again", name)


def _keep_time(stopping: threading.Event) -> None:
    """Publish what is due each minute and forget what has expired once a day, until the site is stopped."""
    django.setup()
    from django.db import close_old_connections

    timetable = Timetable()
    while not stopping.wait(1):
        # No request ends in this thread: a connection that broke off must go before and after.
        close_old_connections()
        run_commands(timetable.due(time.monotonic()))
        close_old_connections()


def _load_application() -> Callable[..., Any]:
    """Load the site in granian's child, which ends when this process is killed: nobody else would end it."""
    # Ctrl-C signals a whole group of processes, and a second signal, the parent's, can lock granian 2.8 up.
    os.setpgid(0, 0)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=follow, daemon=True).start()
    from config.wsgi import application

    return application


def _work(stopping: threading.Event) -> None:
    """Run background tasks one after the other until the site is stopped."""
    django.setup()
    while not stopping.is_set():
        worker = make_worker()
        threading.Thread(target=_stop_worker, args=(stopping, worker), daemon=True).start()
        try:
            give_back_tasks()
            worker.run()
        except Exception:
            # A database that is away for a moment must not end background work for good.
            log.exception("The worker stopped; it starts again in 5 seconds")
            stopping.wait(5)


def _stop_worker(stopping: threading.Event, worker: Any) -> None:
    stopping.wait()
    worker.running = False


def _announce(port: int) -> None:
    """Say where the site is once it answers; the first request is the slow one, so it is ours."""
    for _attempt in range(600):
        connection = http.client.HTTPConnection(HOST, port, timeout=60)
        try:
            connection.request("GET", "/en/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            print(
                f"Moving Cities is at http://{HOST}:{port}/ (Ctrl-C stops it)",
                flush=True,
            )
            return
        finally:
            connection.close()


if __name__ == "__main__":
    main()
