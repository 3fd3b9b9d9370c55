"""Every setting. Safe without any environment; docs/settings.md explains each variable."""

import base64
import json
import os
import secrets
from contextlib import suppress
from pathlib import Path

from config import postgres

BASE_DIR = Path(__file__).resolve().parent.parent


def _is_on(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "").lower() in {"1", "true", "yes", "on"}


def _words(name: str) -> list[str]:
    return [word for word in os.environ.get(name, "").replace(",", " ").split() if word]


def _kept_key(name: str, new: str) -> str:
    """A key made at the first start and kept in a file of this name with mode 600."""
    path = VAR / name
    if not path.exists():
        made = VAR / f"{name}.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(new)
        # Whoever comes second keeps the first one's key: a link is all or nothing.
        with suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return path.read_text()


def _originals_options() -> dict:
    """How the storage of originals is set up: as TIZIM_ORIGINALS_OPTIONS says, else a folder."""
    if os.environ.get("TIZIM_ORIGINALS"):
        return json.loads(os.environ.get("TIZIM_ORIGINALS_OPTIONS") or "{}")
    return {
        "location": VAR / "originals",
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    }


# Where Tizim keeps what it makes: the private database, the secret key, collected static files.
VAR = Path(os.environ.get("TIZIM_VAR") or BASE_DIR / "var")
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)

SECRET_KEY = os.environ.get("TIZIM_SECRET_KEY") or _kept_key(
    "secret_key", secrets.token_urlsafe(64)
)
# What confidential values are encrypted with, the newest first; only that one encrypts.
CONFIDENTIAL_KEYS = _words("TIZIM_CONFIDENTIAL_KEYS") or [
    _kept_key("confidential_key", base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
]
DEBUG = _is_on("TIZIM_DEBUG")
HTTPS = _is_on("TIZIM_HTTPS")
ALLOWED_HOSTS = _words("TIZIM_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in _words("TIZIM_HOSTS")]
# The address that permanent links and citations begin with; empty means the address asked.
SITE_URL = os.environ.get("TIZIM_SITE_URL", "").rstrip("/")
REGISTER_NAME = os.environ.get("TIZIM_NAME", "Tizim")
# A download holds a snapshot of the database; one that lasts longer ends as incomplete.
DOWNLOAD_SECONDS = float(os.environ.get("TIZIM_DOWNLOAD_SECONDS") or 1800)
# So many at once in each process; whoever comes then is asked to come again.
DOWNLOADS_AT_ONCE = int(os.environ.get("TIZIM_DOWNLOADS_AT_ONCE") or 4)
# Where releases lie that are served under /data/releases/.
RELEASES = Path(os.environ.get("TIZIM_RELEASES") or VAR / "releases")

INSTALLED_APPS = [
    "config.apps.RegisterAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "config.records",
    "config.records.accounts",
    "people",
    "cases",
]

MIDDLEWARE = [
    "config.records.headers.Headers",
    "config.records.languages.Languages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.records.accounts.doors.SignedIn",
    "config.records.throttles.Throttle",
    "config.records.token_doors.Tokens",
    "config.records.throttles.SealedFiles",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.records.freshness.Freshness",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.records.views.site",
            ],
        },
    },
]

DATABASES = {"default": postgres.database(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
    {"NAME": "config.records.accounts.passwords.NotGuessed"},
]
# What is kept anew is kept with Argon2; what was kept before is read, and kept anew at a sign-in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "sign-in"
# Of staff. No environment turns it off; `demo` does, in its own process, on this machine alone.
SECOND_FACTOR_DEMANDED = True
# A sign-in ends: after so long, and when nothing was done with it for so long.
SIGN_IN_SECONDS = 12 * 60 * 60
SIGN_IN_IDLE_SECONDS = 60 * 60
# How often one account, or one address, may ask for what is costly: so many in so many seconds.
THROTTLES = {
    "searches": (int(os.environ.get("TIZIM_SEARCHES_A_MINUTE") or 60), 60),
    "api": (int(os.environ.get("TIZIM_QUESTIONS_A_MINUTE") or 240), 60),
    "files": (int(os.environ.get("TIZIM_FILES_AN_HOUR") or 60), 60 * 60),
    "messages": (int(os.environ.get("TIZIM_MESSAGES_AN_HOUR") or 10), 60 * 60),
}
# How long what strangers write is kept: since it was answered, and in any case.
MESSAGES_DAYS = int(os.environ.get("TIZIM_MESSAGES_DAYS") or 90)
MESSAGES_DAYS_UNANSWERED = int(os.environ.get("TIZIM_MESSAGES_DAYS_UNANSWERED") or 365)
# How many web servers of ours stand in front and each add an address to X-Forwarded-For.
PROXIES = int(os.environ.get("TIZIM_PROXIES") or HTTPS)

LANGUAGE_CODE = "en"
# Of the public pages, each called as its speakers call it; the first has no prefix in addresses.
LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("kk", "Қазақша"),
    ("zh-hans", "简体中文"),
    ("ug", "ئۇيغۇرچە"),
]
# What a machine drafted and no speaker has read yet: the foot of their pages says so.
LANGUAGES_NOT_REVIEWED = ("ru", "kk", "zh-hans", "ug")
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# What we say of ourselves to a site whose page we fetch.
VERSION = "0.1"
CONTACT = " ".join(_words("TIZIM_CONTACT")) or SITE_URL
FETCH_USER_AGENT = f"Tizim/{VERSION} (+{CONTACT})" if CONTACT else f"Tizim/{VERSION}"
# Numbers with their ports that may be asked although they are not out in the open. For tests, which
# have a server of their own on this machine; no environment sets it.
FETCH_ALLOWS: frozenset[tuple[str, int]] = frozenset()

STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # The originals of kept copies: private, of no address, never served.
    "originals": {
        "BACKEND": os.environ.get("TIZIM_ORIGINALS")
        or "django.core.files.storage.FileSystemStorage",
        "OPTIONS": _originals_options(),
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Served from where they lie: nothing to collect, nothing stale after an upgrade.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Locked doors. HTTPS switches on what only makes sense behind TLS.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = SIGN_IN_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ENGINE = "config.records.accounts.store"
SESSION_COOKIE_SECURE = HTTPS
# A browser takes cookies of these names from this very host by HTTPS, and from nobody else.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # it goes with the browser's window
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
# A case page with many inlines posts more fields than Django's default allows.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# A pasted text may have 1,000,000 characters, of up to 9 bytes each as forms send them.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
# A file that is too large is dropped while it comes, before it fills the disk.
FILE_UPLOAD_HANDLERS = [
    "config.records.uploads.Limited",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.records.api.explain",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Tizim",
    "DESCRIPTION": "A register of people detained for who they are or what they said.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["config.records.schema_said.complete"],
}

# Triggers follow the code: every migrate installs them as the models declare them.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
# History is never changed once written; who asks for a page is written nowhere.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"reserved": {"()": "config.records.mishaps.Reserved"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "reserved"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # What sets PDFs tells of each line of the style sheet that only browsers understand.
    "loggers": {"django.request": {"level": "ERROR"}, "weasyprint": {"level": "ERROR"}},
}
