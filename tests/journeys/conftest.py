"""A browser and a site of its own for the journeys: served as `./run` serves it, filled by `populate`.

A journey asks for `page`, for `page_without_script`, or opens what it needs with `new_visitor`; each fails
when the visit asked another host for something or the browser complained. Nothing a journey does may change
the site, for all of them share it; those that must are given the site of a newsroom.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.databases import SqliteCopies

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# No sandbox: root may not have one. The rest keeps the browser from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
# Milliseconds: machines that test are busy.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium, or the journeys are skipped."""
    found = os.environ.get("BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium found: as root, apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def site(chromium, tmp_path_factory, request, django_db_blocker) -> Iterator[str]:
    """Address of a running site."""
    database = tmp_path_factory.mktemp("site") / "db.sqlite3"
    with django_db_blocker.unblock():
        SqliteCopies(request.config.cache.mkdir("databases"), "browser").copy_to(database)
    with served(database, "config.test_settings") as address:
        yield address


@pytest.fixture(scope="session")
def arabic_site(site, tmp_path_factory, request) -> Iterator[str]:
    """Address of a running site that speaks Arabic too."""
    catalogue = ROOT / "tests/right_to_left/locale/ar/LC_MESSAGES/django.po"
    with catalogue.open("rb") as source, catalogue.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_po(source, locale="ar"))
    database = tmp_path_factory.mktemp("arabic-site") / "db.sqlite3"
    SqliteCopies(request.config.cache.mkdir("databases"), "browser").copy_to(database)
    with served(database, "tests.right_to_left.settings") as address:
        yield address


@pytest.fixture(scope="session")
def newsroom(site, tmp_path_factory, request) -> Iterator[str]:
    """Address of a site of its own: some journeys change it."""
    folder = tmp_path_factory.mktemp("newsroom")
    SqliteCopies(request.config.cache.mkdir("databases"), "browser").copy_to(folder / "db.sqlite3")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSROOM_MEDIA", str(folder / "media"))
        with served(folder / "db.sqlite3", "tests.newsroom_settings", "tests.journeys.newsroom") as address:
            yield address


@contextmanager
def served(database: Path, settings: str, filling: str = "tests.journeys.populate") -> Iterator[str]:
    """Fill a database and serve it; the address is that of the site."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": f"sqlite:///{database}",
    }
    subprocess.run([sys.executable, "-m", filling], cwd=ROOT, env=environment, check=True)
    port = _free_port()
    server = [sys.executable, "-m", "config.serve", "--port", str(port)]
    with subprocess.Popen(server, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert "Moving Cities is at" in running.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        running.terminate()
        assert running.wait(timeout=30) == 0


@pytest.fixture(scope="session")
def browser(site: str, chromium: str) -> Iterator[Browser]:
    """A running browser; started after the site, because Django refuses to work beside its event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a new visitor; relative addresses are those of the site."""
    with _visit(browser, site) as page:
        yield page


@pytest.fixture
def page_without_script(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a new visitor whose browser runs no script."""
    with _visit(browser, site, java_script_enabled=False) as page:
        yield page


@pytest.fixture
def new_visitor(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page of one more new visitor, whose browser is as the options say."""
    with ExitStack() as visits:
        yield lambda **options: visits.enter_context(_visit(browser, site, **options))


@contextmanager
def _visit(browser: Browser, site: str, **options: Any) -> Iterator[Page]:
    complaints: list[str] = []
    context = browser.new_context(base_url=site, **options)
    page = context.new_page()
    languages: set[str] = set()

    def note_console(message: ConsoleMessage) -> None:
        # Whoever comes from another language holds some of a page's fonts: Chromium then takes the others out
        # of its cache a second time, and after three seconds complains that the first was not used.
        is_about_fonts = ".woff2 was preloaded using link preload but not used" in message.text
        if message.type in {"error", "warning"} and not (is_about_fonts and len(languages) > 1):
            complaints.append(f"console: {message.text}")

    page.on("domcontentloaded", lambda loaded: languages.add(urlsplit(loaded.url).path.split("/")[1]))
    page.on("console", note_console)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on(
        "request",
        lambda asked: asked.url.startswith((site, "data:")) or complaints.append(f"elsewhere: {asked.url}"),
    )
    yield page
    context.close()
    assert complaints == []


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
