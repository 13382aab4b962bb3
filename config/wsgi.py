"""The application as a WSGI server calls it."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# What is loaded now stays until the process ends. Without this the garbage collector walks through all of
# it every few pages, which takes as long as the page.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
