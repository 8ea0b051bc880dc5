"""Can I bring this? The question, its answer with the sums, and what safety decides."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.errors import Missing, SquaremileError
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import bringings
from squaremile.safety.words import stock as words
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import choose
from squaremile.web.pages.safety.bringing.suggesting import typed
from squaremile.web.pages.safety.stock.placing import room_choices
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class QuestionForm(forms.Form):
    """What, how much, where, and how it will be kept."""

    substance = forms.CharField(
        label=gettext_lazy("Substance"), max_length=160, help_text=gettext_lazy("Its CAS number, code or name, or the label of a container of it."),
        widget=typed(),
    )
    how_much = forms.CharField(label=gettext_lazy("Amount with its unit"), max_length=40, help_text=gettext_lazy("Such as 20 L or 500 g."))
    place = forms.ChoiceField(label=gettext_lazy("Room"))
    condition = forms.ChoiceField(label=gettext_lazy("How it is kept"))
    in_cabinet = forms.BooleanField(label=gettext_lazy("In an approved cabinet"), required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        choose(self, "condition", [(c, str(said)) for c, said in words.CONDITIONS.items()])
        choose(self, "place", room_choices())


class DecisionForm(forms.Form):
    """What safety decides, why, and until when an approval may be used."""

    approve = forms.CharField(max_length=3)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, required=False)
    good_until = forms.DateField(label=gettext_lazy("Good until"), required=False)


@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """Ask; and what was asked lately."""
    may_ask = rules.ask(require())
    form = QuestionForm(request.POST or None, initial={"substance": request.GET.get("substance", "")}) if may_ask else None
    refusal, made = None, list[Any]()
    if form is not None and request.method == "POST" and form.is_valid():
        refusal = _asked(form.cleaned_data, made)
        if refusal is None:
            return done(request, _("Here is the answer."), reverse("safety_bringing", args=[made[0].code]))
    status = refusal.status if refusal else 422 if form is not None and form.errors else 200
    return render(request, "safety/can_bring.html", {
        "form": form, "refusal": refusal, "rows": bringings.lately(), "sections": sections.tabs("safety_can_bring"),
    }, status=status)


def _asked(said: dict[str, Any], made: list[Any]) -> SquaremileError | None:
    """What is in no register is said beside the form, which stays as it was filled in."""
    try:
        return tried(lambda: made.append(safety.ask_to_bring(**said)))
    except Missing as unknown:
        return unknown


@require_GET
@only(rules.see_stock)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """One answer, as it was told."""
    return _shown(request, code)


@require_POST
@only(rules.decide)
def settle(request: HttpRequest, code: str) -> HttpResponse:
    """Approve or decline, with the reason."""
    form, refusal = DecisionForm(request.POST), None
    if form.is_valid():
        said = form.cleaned_data
        refusal = tried(lambda: safety.settle_bringing(
            bringing=code, approve=said["approve"] == "yes", reason=said["reason"], good_until=said["good_until"],
        ))  # fmt: skip
        if refusal is None:
            return done(request, _("The decision is recorded."), reverse("safety_bringing", args=[code]))
    return _shown(request, code, form, refusal)


def _shown(
    request: HttpRequest, code: str, form: DecisionForm | None = None, refusal: SquaremileError | None = None
) -> HttpResponse:
    row = bringings.bringing(code)
    may_decide = rules.decide(require()) and row.state == "asked"
    return render(request, "safety/bringing.html", {
        "row": row, "receiving": urlencode(row.form), "may_keep": rules.keep_stock(require()),
        "form": form, "refusal": refusal, "may_decide": may_decide, "today": bringings.today(code) if may_decide else (),
        "sections": sections.tabs("safety_can_bring"),
    }, status=refusal.status if refusal else 422 if form is not None else 200)
