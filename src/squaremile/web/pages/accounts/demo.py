"""Demo mode: enter as one of the people of the demonstration, with one press and no password."""

from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from squaremile.core.entering import account
from squaremile.kernel.words import Text
from squaremile.web.pages.accounts.signing_in import sign_in, speak


class Persona(Protocol):
    """Someone with a part to play: whom, what she is, what to try as her."""

    email: str
    name: Text
    label: Text
    suggestion: Text
    company: str


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, personas: Sequence[Persona]) -> HttpResponse:
    """The list; POST enters. Anywhere but in demo mode there is no such page (and demo mode needs DEBUG)."""
    if not (settings.DEMO and settings.DEBUG):
        raise Http404
    if request.method == "POST":
        known = {p.email for p in personas}
        person = account(request.POST.get("email", "")) if request.POST.get("email") in known else None
        if person is None:
            raise Http404
        sign_in(request, person)
        return speak(HttpResponseRedirect("/", status=303), person.language)
    return render(request, "accounts/demo.html", {
        "companies": [p for p in personas if p.company], "staff": [p for p in personas if not p.company],
    })
