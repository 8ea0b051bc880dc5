"""The server's entry point. Pages are loaded before the first visitor, and once for all processes that are forked."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")
_django = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  # reading it is what loads every page


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django's, with an answer that is whole already handed over as such: the server need not ask for it piece by piece."""
    answer = _django(environ, start_response)
    if not isinstance(answer, HttpResponse):
        return answer  # it streams: a file, an export
    try:
        return [answer.content]
    finally:
        answer.close()
