"""Doors of the sign-in library that stay shut."""

from django.http import Http404, HttpRequest, HttpResponse


def closed(request: HttpRequest, **named: str) -> HttpResponse:
    """Addresses are given by invitation and kept by staff: nobody claims another's by typing it in."""
    raise Http404
