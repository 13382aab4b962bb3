"""Settings of every way to run; what differs comes from the environment (docs/reference/settings.md)."""

from __future__ import annotations

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()
ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env("MOVINGCITIES_DATA_DIR", default=str(ROOT / ".run"))).resolve()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-development" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. ./run makes one in its data directory; "
        "elsewhere put a long random text into the environment."
    )
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_COOKIE_AGE = None
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    # surfaces
    "movingcities.website",
    # participation
    "movingcities.contributions",
    # finding
    "movingcities.explorer",
    "movingcities.search",
    # words
    "movingcities.newsroom",
    "movingcities.pages",
    "movingcities.stories",
    "movingcities.blocks",
    "movingcities.translation",
    # facts
    "movingcities.decisions",
    "movingcities.approaches",
    "movingcities.networks",
    "movingcities.places",
    "movingcities.evidence",
    # ground
    "movingcities.accounts.apps.AccountsConfig",
    "movingcities.media",
    "movingcities.map",
    "movingcities.design",
    "movingcities.languages",
    # the editorial system
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "movingcities.accounts.apps.EditorsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    # signing in
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # the framework
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages of 40 to 100 KB; a proxy in front need not know how. Django pads against BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "movingcities.website.middleware.PolicyMiddleware",
    "movingcities.website.middleware.ReadableAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "movingcities.website.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "movingcities.accounts.middleware.EntranceMiddleware",
    "movingcities.translation.middleware.OwnLanguagesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            # {% lang … %}: half of all templates mark words of another language.
            "builtins": ["movingcities.design.templatetags.direction"],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "movingcities.website.context.site_frame",
            ],
        },
    }
]

# SQLite: write-ahead log and immediate transactions; without IMMEDIATE two writers meet
# "database is locked" although they would only have to wait (ADR 7).
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;"
        ),
    }
DATABASES["default"]["CONN_MAX_AGE"] = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "mail"],
    },
}
# Limits on signing in are counted here: several processes need one that they share (redis://…).
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Signing in (ADR 30). Wagtail's own pages for it are closed: they know no second factor.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
ACCOUNT_ADAPTER = "movingcities.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "movingcities.accounts.sign_in.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
# A session ends with the browser; nobody is asked.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Moving Cities"
# Browsers give passkeys to http on this machine only (http://localhost, not http://127.0.0.1).
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_URL.startswith("http://")
# How many proxies stand in front: with none, what a request says of its sender is not believed.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
SECOND_FACTOR_REQUIRED = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 2 * 60 * 60

# Languages: adding one is a line here and a folder under locale/ (docs/how-to/add-a-language.md).
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("es", _("Spanish")),
    ("it", _("Italian")),
    ("pl", _("Polish")),
    ("el", _("Greek")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# Without this, wagtail-localize publishes the English text under the other language at once.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# A number for each text, language and month, from which the translators' queue is ordered; no personal data.
COUNT_INTEREST = env.bool("COUNT_INTEREST", default=True)
# Off unless an engine is named; what it says is a draft unless the last setting is on (ADR 33).
MACHINE_TRANSLATION = env("MACHINE_TRANSLATION", default="")
MACHINE_TRANSLATION_PUBLISHES = env.bool("MACHINE_TRANSLATION_PUBLISHES", default=False)
_MACHINE_KEY = env("MACHINE_TRANSLATION_KEY", default="")
_MACHINES = {
    "": None,
    "deepl": {
        "CLASS": "wagtail_localize.machine_translators.deepl.DeepLTranslator",
        "OPTIONS": {"AUTH_KEY": _MACHINE_KEY, "TIMEOUT": 30},
    },
    "libretranslate": {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": env("MACHINE_TRANSLATION_ADDRESS", default="").rstrip("/"),
            "API_KEY": _MACHINE_KEY,
            "TIMEOUT": 30,
        },
    },
}
if MACHINE_TRANSLATION not in _MACHINES:
    raise ImproperlyConfigured("MACHINE_TRANSLATION is unknown: write deepl, libretranslate, or nothing.")
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = _MACHINES[MACHINE_TRANSLATION]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.StaticFilesStorage"},
}
# Copies without a hash would only be compressed and stored a second time.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# Who answers for the site: printed in the accessibility statement, which says so where it is empty.
OPERATOR = {
    "name": env("OPERATOR_NAME", default=""),
    "mail": env("OPERATOR_MAIL", default=""),
    "enforcement_body": env("ENFORCEMENT_BODY", default=""),
    "enforcement_url": env("ENFORCEMENT_URL", default=""),
}

WAGTAIL_SITE_NAME = "Moving Cities"
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
# Pictures and documents are taken by what they hold, not by what they are called (ADR 28). SVG may hold
# scripts and stays out.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILIMAGES_IMAGE_FORM_BASE = "movingcities.media.forms.ImageForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "docx", "xlsx", "csv", "txt"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "movingcities.media.forms.DocumentForm"
# Nothing an editor uploaded is shown inside a page of the site: it is saved by the reader.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_SERVE_METHOD = "serve_view"
FILE_UPLOAD_HANDLERS = ["movingcities.media.uploads.LimitedUpload"]
# Neither the faces of editors nor the version of this installation are told to others.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Public pages: nothing inline, nothing from elsewhere. The editorial system cannot live with that:
# PolicyMiddleware gives it a policy of its own (docs/explanation/privacy.md).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# W005, W021: whether all hosts under the domain speak https is not ours to promise.
# W019: the editorial system shows its previews in a frame of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "security.W019"]
CSRF_FAILURE_VIEW = "movingcities.website.views.errors.forbidden"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if SITE_URL.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# Addresses of people may stand in requests and mails: only warnings and errors are logged, without them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
