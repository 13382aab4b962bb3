"""The settings of the tests and one more language, added as docs/how-to/add-a-language.md says."""

from pathlib import Path

from config.test_settings import *  # noqa: F403
from config.test_settings import LANGUAGES as SEVEN
from config.test_settings import LOCALE_PATHS as OURS

LANGUAGES = [*SEVEN, ("ar", "Arabic")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [*OURS, Path(__file__).parent / "locale"]
