"""The site that a person looks at: named in the address, else the one she chose last, else the first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.spaces.reads.sites import SiteRow, sites
from squaremile.web.shell.acts import back

COOKIE = "squaremile_site"


def every(request: HttpRequest) -> list[SiteRow]:
    """All sites in use; asked once a request, however many ask."""
    known: list[SiteRow] | None = getattr(request, "known_sites", None)
    if known is None:
        known = sites()
        request.known_sites = known  # type: ignore[attr-defined]
    return known


def looked_at(request: HttpRequest) -> SiteRow | None:
    """The site of this page; None where there is none, or where the address names one that is not there."""
    known = every(request)
    asked = request.GET.get("site", "")
    if asked:
        return next((site for site in known if site.code == asked), None)
    chosen = request.COOKIES.get(COOKIE, "")
    return next((site for site in known if site.code == chosen), known[0] if known else None)


def site_of(request: HttpRequest) -> SiteRow:
    """The same, for pages that are about one. Raises Missing."""
    found = looked_at(request)
    if found is None:
        raise Missing(NOT_FOUND)
    return found


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps the choice in a cookie and goes back; what hangs on the site left is not carried along."""
    code = request.POST.get("site", "")
    to = back(request, "/").partition("?")[0]
    if to.startswith(reverse("space")):
        to = reverse("space")
    response = HttpResponseRedirect(to, status=303)
    if any(site.code == code for site in every(request)):
        response.set_cookie(
            COOKIE, code, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax", httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
