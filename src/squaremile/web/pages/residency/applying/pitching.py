"""An applicant says when it cannot pitch."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from squaremile.residency import operations as residency
from squaremile.web.pages.residency.applying.times import ROWS, TimesForm
from squaremile.web.pages.residency.applying.ways import Ways
from squaremile.web.pages.residency.applying.writing import read_through
from squaremile.web.shell.acts import done, tried

MOST = 12


def say(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """In place of what was said before."""
    rows = next((n for n in range(MOST, ROWS, -1) if f"day_{n}" in request.POST), ROWS)
    form = TimesForm(request.POST, rows=rows, auto_id="times-%s")
    if not form.is_valid():
        return read_through(request, ways, code, times=form)
    refusal = tried(lambda: residency.say_pitch_times(application=code, away=form.away()))
    if refusal is None:
        return done(request, _("Thank you: no pitch of yours is planned at these times."), reverse(ways.read, args=[code]))
    return read_through(request, ways, code, refusal, times=form)
