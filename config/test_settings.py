"""Settings of the test suite: the real ones, but for what would make tests slow, random or leave traces."""

import os
import tempfile

# Before the real settings are read: they refuse to start without these.
os.environ["SECRET_KEY"] = "only-for-tests-but-as-long-as-the-deployment-check-asks-for"
os.environ["DEBUG"] = "off"
os.environ["SITE_URL"] = "http://testserver"
os.environ["MOVINGCITIES_DATA_DIR"] = tempfile.gettempdir()

from config.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# A task runs where it is enqueued, so that a test sees its effect.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["default", "mail"],
    }
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # Static files are found where they lie; the hashed names need a collected copy.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Most tests sign somebody in without a second factor; it is tested where it is asked for.
SECOND_FACTOR_REQUIRED = False

# What one test leaves in a cache another would find: keeping is tested where it is switched on.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

# What one test asks for would be written down in another; it is counted where that is tested.
COUNT_INTEREST = False
