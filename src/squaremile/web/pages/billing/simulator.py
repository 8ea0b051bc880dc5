"""The tariff simulator: a past quarter under another card or a draft, and who would pay more or less."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.policies.places import Fault, Unsound
from squaremile.billing.reads import cards, months, simulator
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only


class ReplayForm(forms.Form):
    """Whose accounts, under which card, when."""

    of = forms.ChoiceField(label=_("Accounts that pay by"))
    tried = forms.ChoiceField(label=_("Under"))
    quarter = forms.ChoiceField(label=_("Quarter"))

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        rows = cards.cards(months.today())
        self.fields["of"].choices = [(row.code, str(row.title)) for row in rows]  # type: ignore[attr-defined]
        self.fields["tried"].choices = [  # type: ignore[attr-defined]
            (value, f"{title} ({_('draft')})" if draft else str(title)) for value, title, draft in simulator.candidates()
        ]
        self.fields["quarter"].choices = [  # type: ignore[attr-defined]
            (first.isoformat(), f"{first.year} Q{(first.month + 2) // 3}") for first in simulator.quarters()
        ]


@require_GET
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """The form, and what it says once it is asked."""
    form = ReplayForm(request.GET if "tried" in request.GET else None)
    replay, faults = None, tuple[Fault, ...]()
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            replay = simulator.replayed(simulator.tried(said["tried"]), said["of"], date.fromisoformat(said["quarter"]))
        except Unsound as unsound:
            faults = unsound.faults
    return render(request, "billing/simulator.html", {
        "form": form, "replay": replay, "faults": faults, "sections": sections.tabs("money_simulator"),
    })
