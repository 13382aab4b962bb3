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
from collections.abc import Callable
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
