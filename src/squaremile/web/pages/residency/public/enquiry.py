"""Tours and enquiries: the hours that can be booked, the form that anybody fills, and the way to cancel."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from squaremile.residency import operations as residency
from squaremile.residency.reads import leads
from squaremile.residency.words import public as words
from squaremile.web.pages.residency.public.frame import framed, tabs
from squaremile.web.shell.acts import tried

LONG = forms.Textarea(attrs={"rows": 4})


class EnquiryForm(forms.Form):
    """Who asks, for what, and whether she comes."""

    name = forms.CharField(label=_("Your name"), max_length=80)
    email = forms.EmailField(label=_("Your e-mail address"), max_length=254)
    company_name = forms.CharField(label=_("Company or group"), max_length=120, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    wanted = forms.ChoiceField(label=_("What you look for"))
    wanted_from = forms.DateField(
        label=_("From when"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    message = forms.CharField(
        label=_("Your question"), max_length=4000, required=False, widget=LONG, help_text=_("Nothing confidential, please.")
    )
    source = forms.CharField(label=_("How you heard of us"), max_length=40, required=False)
    tour_slot = forms.ChoiceField(label=_("Book a tour"), required=False)
    heads = forms.IntegerField(label=_("How many come"), min_value=1, max_value=10, initial=1)
    signed_name = forms.CharField(
        label=_("Your name under the visitor agreement"), max_length=80, required=False,
        help_text=_("Only for a tour. By typing it you accept the agreement below."),
    )
    consent = forms.BooleanField(label=_("You may keep these details to answer me"))

    def __init__(self, slots: list[leads.SlotRow], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        times = [(one.code, f"{one.when.start.astimezone(one.zone):%Y-%m-%d %H:%M} · {one.where}") for one in slots]
        self.fields["tour_slot"].choices = [("", "—"), *times]  # type: ignore[attr-defined]
        self.fields["wanted"].choices = [(w, str(said)) for w, said in words.SPACES_WANTED.items()]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@framed
def page(request: HttpRequest) -> HttpResponse:
    """The hours that are open, and the form."""
    slots = leads.open_slots()
    form = EnquiryForm(slots, request.POST or None, initial={"tour_slot": request.GET.get("slot", ""), "wanted": "unsure"})
    refusal, sent = None, request.GET.get("sent", "")
    if request.method == "POST" and form.is_valid():
        language = "en" if (get_language() or "ko").startswith("en") else "ko"
        refusal = tried(lambda: residency.enquire(language=language, **form.cleaned_data))
        if refusal is None:
            # See Other: a page that is loaded again sends nothing again.
            booked = "tour" if form.cleaned_data["tour_slot"] else "yes"
            return HttpResponseRedirect(f"{reverse('public_tours')}?sent={booked}", status=303)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "residency/public/tours.html", {
        "parts": tabs("public_tours"), "slots": slots, "form": form, "refusal": refusal, "sent": sent,
        "booked": sent == "tour", "agreement": words.AGREEMENT,
        "embed": "embed" in request.GET,
    }, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, secret: str) -> HttpResponse:
    """From the mail: asks once more, and gives the places back."""
    refusal, gone = None, False
    if request.method == "POST":
        refusal = tried(lambda: residency.cancel_tour_by_letter(secret=secret))
        gone = refusal is None
    return render(request, "residency/public/cancel.html", {
        "parts": tabs("public_tours"), "refusal": refusal, "gone": gone,
    }, status=refusal.status if refusal else 200)
