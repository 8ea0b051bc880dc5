"""What is due over all agreements, and how many days each clock counts here."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.policies.agreements import plus_months
from squaremile.network.reads import agreement_dues
from squaremile.network.reads.days import today
from squaremile.network.words.agreements import CLOCKS
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements.fields import said
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class ClockForm(forms.Form):
    """One clock's days."""

    clock_name = forms.ChoiceField(label=gettext_lazy("Clock"), choices=said(CLOCKS))
    days = forms.IntegerField(label=gettext_lazy("Days"), min_value=1, max_value=1095)


@require_http_methods(["GET", "POST"])
@only(rules.answer_for_promises)
def page(request: HttpRequest) -> HttpResponse:
    """Open ones of the next three months, and the settings."""
    form, refusal = ClockForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.set_clock(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Set, for every agreement from now on."), reverse("agreement_clocks"))
    return render(request, "network/agreements/clocks.html", {
        "sections": sections.tabs("network_agreements"), "rows": agreement_dues.open_dues(plus_months(today(), 3)),
        "settings": agreement_dues.setting_rows(), "form": form, "refusal": refusal, "keeps": rules.liaise(require()),
    }, status=getattr(refusal, "status", 422 if form.errors else 200))  # fmt: skip
