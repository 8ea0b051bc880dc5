"""The start: a welcome for visitors, My day for whoever has signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """One address for both, so that a bookmark always leads somewhere."""
    if require().actor is None:
        return render(request, "home/welcome.html")
    return render(request, "home/welcome.html")


fragment = home
