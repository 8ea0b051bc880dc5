"""The door for people outside: the link from the mail, the first page behind it, and the way out."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from squaremile.core.entering import secret_hash
from squaremile.core.roles import KEY_ROLES
from squaremile.kernel.scope import require
from squaremile.web.shell.entry import by_key
from squaremile.web.shell.scope import DOOR

HOMES = {
    "applicant": "door_applicant", "reviewer": "door_reviewer", "mentor": "door_mentor", "sponsor": "door_sponsor", "survey": "door_surveys",
}
"""The first page behind each kind of key, by the name of its address."""


@never_cache
@require_GET
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """From the mail: the secret leaves the address bar at once, and the session remembers its hash.

    `then` leads on to a page behind the door, for letters that ask for one thing; nowhere else.
    """
    request.session[DOOR] = secret_hash(secret)
    then = request.GET.get("then", "")
    return HttpResponseRedirect(then if re.fullmatch(r"/door/[\w/-]+/", then) and "//" not in then else reverse("door"))


@require_GET
@by_key(*KEY_ROLES)
def home(request: HttpRequest) -> HttpResponse:
    """On to the page that the key is for."""
    (grant,) = require().grants
    return HttpResponseRedirect(reverse(HOMES[grant.role]))


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The session forgets the key. The link in the mail goes on working."""
    request.session.pop(DOOR, None)
    return render(request, "accounts/door_left.html")
