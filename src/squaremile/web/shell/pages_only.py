"""Middleware of pages that the API passes by: an API request has a token, and neither session, cookie nor frame.

Less to go wrong (no endpoint can come to depend on a session), and less to do on the busiest way in. The framework
still asks their `process_view`: a view under /api/ that is not exempt from the form guard would be refused, not let in.
"""

from typing import Any, TypeVar

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin

from squaremile.core import ways_in

M = TypeVar("M", bound=MiddlewareMixin)


def _pages_only(kind: type[M]) -> type[M]:
    class PagesOnly(kind):  # type: ignore[misc, valid-type]  # the base is the library's, chosen below
        def __call__(self, request: HttpRequest) -> Any:
            if ways_in.api(request):
                return self.get_response(request)
            return super().__call__(request)

    PagesOnly.__name__ = PagesOnly.__qualname__ = kind.__name__
    return PagesOnly


Session = _pages_only(SessionMiddleware)
Authentication = _pages_only(AuthenticationMiddleware)
Messages = _pages_only(MessageMiddleware)
Csrf = _pages_only(CsrfViewMiddleware)
Frames = _pages_only(XFrameOptionsMiddleware)
"""The API's own policy (api/edge.py) forbids every frame."""


class Locale(LocaleMiddleware):
    """The language of the request. The API answers in both at once: only a program that asks for one is listened to,
    and only the title of a problem is in it."""

    def __call__(self, request: HttpRequest) -> Any:
        if not ways_in.api(request) or "HTTP_ACCEPT_LANGUAGE" in request.META:
            return super().__call__(request)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE  # type: ignore[attr-defined]  # as the library's own does
        response: HttpResponse = self.get_response(request)  # type: ignore[assignment]  # never the asynchronous kind
        response.headers.setdefault("Vary", "Accept-Language")
        return response


class ContentPolicy(CSPMiddleware):
    """The library's header; an answer that brought a stricter one of its own keeps it, and costs nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if "Content-Security-Policy" in response:
            return response
        return super().process_response(request, response)
