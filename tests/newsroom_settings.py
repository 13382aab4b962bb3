"""Settings of the site on which the newsroom's journey happens: files lie on a disk, as on a real one."""

import os

from config.test_settings import *  # noqa: F403

MEDIA_ROOT = os.environ["NEWSROOM_MEDIA"]
STORAGES = {**STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}  # noqa: F405
