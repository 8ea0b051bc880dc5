"""Day one: what somebody new still has to do, what each item opens, who signs it, and whom it waits for. For a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import people
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.people.forms import ContactForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Her own lists, one for each company she works in."""
    return _page(request)


@require_POST
@only(rules.work_here)
def contact(request: HttpRequest, code: str) -> HttpResponse:
    """Whom to call in an emergency. Her company never reads it."""
    form = ContactForm(request.POST)
    if not form.is_valid():
        people.member(code)
        return _page(request, status=422, form=form, asked=code)
    refusal = tried(lambda: residency.set_emergency_contact(company_member=code, **form.cleaned_data))
    if refusal is None:
        return done(request, _("Saved. Safety staff and you alone can read it."), reverse("residency_day_one"))
    return _page(request, status=refusal.status, form=form, refusal=refusal, asked=code)


def _page(request: HttpRequest, status: int = 200, form: ContactForm | None = None, **more: object) -> HttpResponse:
    asking = require()
    return render(request, "residency/people/day_one.html", {
        "pages": people.mine(), "form": form or ContactForm(), "may_write": asking.may_write, "staff": asking.staff,
        "sections": sections.tabs("residency_day_one"), **more,
    }, status=status)
