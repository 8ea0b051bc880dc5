"""Django settings with which the race runs NEMO: what a site in production would run.

Read inside NEMO's own virtual environment. NEMO's documented application and middleware lists are
kept whole, audit log included; only what each site must decide is decided here: database, hosts,
secret, sign-in, mail (none). One choice favours NEMO: connections stay open between requests.
"""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.terms import WEB

_FOLDER = Path(os.environ["SM_BENCH_NEMO_FOLDER"])

DEBUG = False
SECRET_KEY = "only-for-the-race-" + "0" * 40
ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
SERVER_DOMAIN = "http://127.0.0.1"
ADMINS: list[tuple[str, str]] = []
SERVER_EMAIL = DEFAULT_FROM_EMAIL = "race@example.org"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ["SM_BENCH_PG_HOST"],
        "PORT": os.environ["SM_BENCH_PG_PORT"],
        "USER": os.environ["SM_BENCH_PG_USER"],
        "PASSWORD": os.environ["SM_BENCH_PG_PASSWORD"],
        "NAME": os.environ["SM_BENCH_PG_DATABASE"],
        "CONN_MAX_AGE": WEB.database_connection_age_s,
    }
}

_CONTRIB = ("auth", "contenttypes", "sessions", "messages", "staticfiles", "admin", "humanize")
INSTALLED_APPS = [
    *(f"django.contrib.{name}" for name in _CONTRIB),
    "NEMO.apps.kiosk",
    "NEMO.apps.area_access",
    "NEMO",
    "rest_framework",
    "rest_framework.authtoken",
    "django_filters",
    "mptt",
    "auditlog",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "NEMO.middleware.DeviceDetectionMiddleware",
    "NEMO.middleware.SessionTimeout",
    "NEMO.middleware.ImpersonateMiddleware",
    "NEMO.middleware.NEMOAuditlogMiddleware",
]
_PROCESSORS = (
    "NEMO.context_processors.show_logout_button",
    "NEMO.context_processors.base_context",
    "django.contrib.auth.context_processors.auth",
    *(f"django.template.context_processors.{n}" for n in ("media", "static", "tz", "request")),
    "django.contrib.messages.context_processors.messages",
)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": list(_PROCESSORS)},
    }
]
ROOT_URLCONF = "NEMO.urls"
WSGI_APPLICATION = "NEMO.wsgi.application"
AUTH_USER_MODEL = "NEMO.User"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
LOGIN_URL = LOGIN_REDIRECT_URL = "login"
AUTHENTICATION_BACKENDS = ["NEMO.views.authentication.LDAPAuthenticationBackend"]
LDAP_SERVERS: list[dict[str, object]] = []
INTERLOCKS_ENABLED = False
ALLOW_CONDITIONAL_URLS = True
CUSTOMIZATIONS_CACHE_SECONDS = 30

AUDITLOG_INCLUDE_TRACKING_MODELS = tuple(
    f"NEMO.{name}"
    for name in (
        "User", "Project", "Account", "Customization", "UsageEvent",
        "AreaAccessRecord", "ConsumableWithdraw", "StaffCharge", "TrainingSession",
    )
)  # fmt: skip
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ("NEMO.permissions.DjangoModelPermissions",),
    "DEFAULT_FILTER_BACKENDS": ("NEMO.rest_filter_backend.NEMOFilterBackend",),
    "DEFAULT_PAGINATION_CLASS": "NEMO.rest_pagination.NEMOPageNumberPagination",
    "PAGE_SIZE": 1000,
}

USE_TZ = True
USE_I18N = False
TIME_ZONE = "Asia/Seoul"
DATE_FORMAT = "l, F jS, Y"
TIME_FORMAT = "g:i A"
DATETIME_FORMAT = f"{DATE_FORMAT} @ {TIME_FORMAT}"
SHORT_DATE_FORMAT = "m/d/Y"
SHORT_DATETIME_FORMAT = f"{SHORT_DATE_FORMAT} @ {TIME_FORMAT}"
MONTH_DAY_FORMAT = "l m/d"
EXPORT_DATE_FORMAT = "m_d_Y"
EXPORT_TIME_FORMAT = "h_i_s"
DATE_INPUT_FORMATS = ["%m/%d/%Y", "%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%I:%M:%S %p", "%H:%M:%S", "%H:%M"]
DATETIME_INPUT_FORMATS = ["%m/%d/%Y %I:%M:%S %p", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
STATIC_URL = "/static/"
STATIC_ROOT = str(_FOLDER / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = str(_FOLDER / "media")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.FileHandler", "filename": str(_FOLDER / "nemo.log")}},
    "root": {"handlers": ["file"], "level": "WARNING"},
}
