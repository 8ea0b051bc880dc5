"""Language: chosen on any page, kept in a cookie, and in the person's own settings where she has signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import translate_url
from django.views.decorators.http import require_POST

from squaremile.web.shell.acts import back


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Sets the cookie and goes back; an unknown language changes nothing."""
    language = request.POST.get("language", "")
    to = back(request, "/")
    response = HttpResponseRedirect(translate_url(to, language) if language else to, status=303)
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
