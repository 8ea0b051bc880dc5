"""Django's settings, made from config/env.py."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from squaremile.config import database, env

PACKAGE = Path(__file__).resolve().parent.parent
DEBUG = env.flag("DEBUG")
DEMO = env.flag("SQUAREMILE_DEMO")
if DEMO and not DEBUG:
    raise ImproperlyConfigured("SQUAREMILE_DEMO lets anyone enter as anyone: it starts only with DEBUG on.")
SECRET_KEY = env.secret_key(development=DEBUG)
HTTPS = env.flag("HTTPS")
PUBLIC_URL = env.text("PUBLIC_URL").rstrip("/")
ALLOWED_HOSTS = [h.strip() for h in env.text("ALLOWED_HOSTS").split(",") if h.strip()]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "pgtrigger",
    "pghistory",
    "ninja",
    "squaremile.core",
    "squaremile.spaces",
    "squaremile.metering",
    "squaremile.safety",
    "squaremile.booking",
    "squaremile.network",
    "squaremile.residency",
    "squaremile.stores",
    "squaremile.billing",
    "squaremile.atlas",
    "squaremile.web",
]
AUTH_USER_MODEL = "core.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "squaremile.web.shell.timing.TimingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "squaremile.web.shell.pages_only.ContentPolicy",
    "squaremile.web.shell.pages_only.Session",
    "squaremile.web.shell.pages_only.Locale",
    "django.middleware.common.CommonMiddleware",
    "squaremile.web.shell.pages_only.Csrf",
    "squaremile.api.edge.EdgeMiddleware",
    "squaremile.web.shell.scope.ScopeMiddleware",
    "squaremile.web.shell.pages_only.Authentication",
    "squaremile.web.shell.pages_only.Messages",
    "squaremile.web.shell.pages_only.Frames",
    "allauth.account.middleware.AccountMiddleware",
    "squaremile.web.shell.refusals.RefusalMiddleware",
]
ROOT_URLCONF = "squaremile.config.urls"
WSGI_APPLICATION = "squaremile.config.wsgi.application"

_LOADERS = [
    ("template_partials.loader.Loader", [
        ("django.template.loaders.cached.Loader", [
            "django_cotton.cotton_loader.Loader",
            "django.template.loaders.filesystem.Loader",
            "django.template.loaders.app_directories.Loader",
        ])
    ])
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            PACKAGE / "web" / "kit" / "templates",
            PACKAGE / "web" / "shell" / "templates",
            *sorted((PACKAGE / "web" / "pages").glob("*/templates")),
        ],
        "OPTIONS": {
            "loaders": _LOADERS,
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "squaremile.web.shell.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "squaremile.web.kit.templatetags.kit",
            ],
        },
    }
]

if os.environ.get("SQUAREMILE_DB_ROLE") == "owner":
    _DATABASE = database.django_settings(database.admin_url(), role="sm_owner")
elif env.text("DATABASE_APP_URL"):
    _DATABASE = database.django_settings(env.text("DATABASE_APP_URL"))
else:
    _DATABASE = database.django_settings(database.as_role(database.admin_url(), "sm_app", SECRET_KEY))
DATABASES: dict[str, dict[str, Any]] = {"default": _DATABASE}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_FORMS = {"login": "squaremile.web.pages.accounts.forms.SignInForm"}
ACCOUNT_ADAPTER = "squaremile.web.pages.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
# The sign-in library counts attempts in the cache: one table, so that all processes and hosts count together. Row
# security opens it to the sign-in scope alone. Few entries outlive the hour; the bound keeps a flood from growing it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES")
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# An address is proved by the invitation that was sent to it, or entered by staff; nobody changes it herself.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
SOCIALACCOUNT_ADAPTER = "squaremile.web.pages.accounts.adapter.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": json.loads(Path(env.text("OIDC_PROVIDERS")).read_text()) if env.text("OIDC_PROVIDERS") else []
    }
}

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
LOCALE_PATHS = [env.LOCALE]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
TIME_ZONE = env.text("TIME_ZONE")
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = env.var("static")
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = env.ROOT / env.text("MEDIA_DIR")
SEAL_FILE, SEAL_PASSPHRASE, SEAL_TSA = env.ROOT / env.text("SEAL_FILE"), env.text("SEAL_PASSPHRASE"), env.text("SEAL_TSA")
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Nothing is opened for maps and charts: the map's worker is a file of our own (frontend/build.mjs), so 'self' holds for
# it without blob:, nothing is evaluated, and no tile or glyph comes from anywhere. Charts are SVG with inline styles.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
}
# Only a chart at an address that staff made to be framed (pages/atlas/screens/embed.py); every other page stays 'none'.
EMBED_ANCESTORS = [
    f"'{word}'" if (word := site.strip().strip("'")) in ("none", "self") else word
    for site in env.text("EMBED_ANCESTORS").split(",")
]

_MAIL = urlsplit(env.text("EMAIL_URL"))
if _MAIL.scheme:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "", _MAIL.port or (465 if _MAIL.scheme == "smtps" else 587)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
    # In the clear only where the operator says so: with smtp:// a server that offers no STARTTLS gets no mail.
    EMAIL_USE_TLS = _MAIL.scheme == "smtp" and not env.flag("EMAIL_PLAIN")
    EMAIL_USE_SSL = _MAIL.scheme == "smtps"
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = env.var("mail")
EMAIL_TIMEOUT = 10  # seconds: a silent mail server must not stop the worker
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM")

CLUSTER_NAME = {"ko": env.text("CLUSTER_NAME_KO"), "en": env.text("CLUSTER_NAME_EN")}
ACTING_MINUTES = env.number("ACTING_MINUTES")
NEED_ANSWER_DAYS = env.number("NEED_ANSWER_DAYS")
SOFT_CHECK_DAYS = env.number("SOFT_CHECK_DAYS")
NETWORK_INDEX_ROOT = env.ROOT / env.text("NETWORK_INDEX_DIR")
TECHNOLOGY_STALE_DAYS = env.number("TECHNOLOGY_STALE_DAYS")
COTTON_SNAKE_CASED_NAMES = False
PGHISTORY_APPEND_ONLY = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# The network's clocks and shares.
FOLLOW_UP_WEEKS = env.text("FOLLOW_UP_WEEKS")
PROMISE_ESCALATE_DAYS = env.number("PROMISE_ESCALATE_DAYS")
RENEWAL_DAYS = env.text("RENEWAL_DAYS")
DISPUTE_DAYS = env.number("DISPUTE_DAYS")
EMERGENCY_NUMBER, SAFETY_PHONE = env.text("EMERGENCY_NUMBER"), env.text("SAFETY_PHONE")
EMERGENCY_DIR = env.ROOT / env.text("EMERGENCY_DIR") if env.text("EMERGENCY_DIR") else None
EMERGENCY_COPIES = env.number("EMERGENCY_COPIES")
ETAX_PROVIDER = env.text("ETAX_PROVIDER").strip() or ("sandbox" if DEMO else "")
PAYMENT_PROVIDER = env.text("PAYMENT_PROVIDER").strip() or ("sandbox" if DEMO else "")
PAYMENT_SECRET = env.text("PAYMENT_SECRET").strip()
INCENTIVE_PERCENT = env.number("INCENTIVE_PERCENT")
