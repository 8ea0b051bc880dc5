"""The server's entry point. Pages are loaded before the first visitor, and once for all processes that are forked."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  # reading it is what loads every page
