"""What follows signing in: her own language, kept in the cookie that every page reads."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest, person: Any) -> None:
    """Begin a session as `person`. An invitation's secret proved who she is; in demo mode nothing does."""
    login(request, person, backend=BACKEND)


def speak(response: HttpResponse, language: str) -> HttpResponse:
    """From now on in that language."""
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
