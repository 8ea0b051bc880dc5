"""Who is trained on an instrument: given until a date, withdrawn with a reason."""

from datetime import datetime, time, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.booking import operations as booking
from squaremile.booking import rules
from squaremile.booking.reads import instrument, keeping
from squaremile.core import refs
from squaremile.core.reads import codes
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, SquaremileError
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

KIND = "qualification"


class GiveForm(forms.Form):
    """Whom, until when."""

    email = forms.EmailField(label=gettext_lazy("E-mail address of the person"))
    until = forms.DateField(
        label=gettext_lazy("Valid until"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("The last day, by the site's clock."),
    )


@require_GET
@only(rules.qualify)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The list, and the form to add to it."""
    return _shown(request, code)


def _shown(
    request: HttpRequest,
    code: str,
    *,
    form: GiveForm | None = None,
    refusal: SquaremileError | None = None,
    act: str = "",
) -> HttpResponse:
    machine = instrument.page(code).instrument
    year_on = (clock.now().astimezone(machine.zone) + timedelta(days=365)).date()
    rows = [(refs.ref(KIND, row.id), row) for row in keeping.trained(code)]
    status = refusal.status if refusal else 422 if form is not None else 200
    return render(
        request,
        "booking/qualifications.html",
        {
            "machine": machine,
            "zone": str(machine.zone),
            "rows": rows,
            "refusal": refusal,
            "act": act,
            "form": form or GiveForm(initial={"until": year_on}, auto_id="give_%s"),
        },
        status=status,
    )


@require_POST
@only(rules.qualify)
def give(request: HttpRequest, code: str) -> HttpResponse:
    """Record a training."""
    form = GiveForm(request.POST, auto_id="give_%s")
    if not form.is_valid():
        return _shown(request, code, form=form, act="give")
    zone = instrument.page(code).instrument.zone
    until = datetime.combine(form.cleaned_data["until"] + timedelta(days=1), time(), zone)
    if until <= clock.now():
        form.add_error("until", _("This day has passed."))
        return _shown(request, code, form=form, act="give")
    try:
        person = codes.person(form.cleaned_data["email"])
    except Missing:
        form.add_error("email", _("Nobody here has this address."))
        return _shown(request, code, form=form, act="give")
    refusal = tried(lambda: booking.qualify(equipment=code, person=person, end=until))
    if refusal:
        return _shown(request, code, form=form, refusal=refusal, act="give")
    return done(request, _("Recorded: the instrument is open for that person."), reverse("qualifications", args=[code]))


@require_POST
@only(rules.qualify)
def withdraw(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """End one now, with the reason."""
    key = refs.read(KIND, ref)
    refusal = tried(lambda: booking.withdraw_qualification(qualification=key, reason=request.POST.get("reason", "")))
    if refusal:
        return _shown(request, code, refusal=refusal, act=ref)
    return done(
        request,
        _("Withdrawn. Bookings already made stay, and cannot be started without it."),
        reverse("qualifications", args=[code]),
    )
