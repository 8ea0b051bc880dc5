"""Holding an evaluation: points for each criterion, the decision, and its reason."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import evaluations
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class EvaluationForm(forms.Form):
    """One number for each criterion."""

    renew = forms.ChoiceField(label=gettext_lazy("Decision"))
    reason_ko = forms.CharField(
        label=gettext_lazy("Reason in Korean"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason in English"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, criteria: tuple[dict[str, Any], ...], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.codes = [each["code"] for each in criteria]
        self.fields["renew"].choices = [("yes", _("Renew the stay")), ("no", _("Let the stay end"))]  # type: ignore[attr-defined]
        for each in criteria:
            label = f"{Text(ko=each['ko'], en=each['en'])} ({_('weight')} {each['weight']})"
            self.fields[f"score_{each['code']}"] = forms.IntegerField(label=label, min_value=0, max_value=100)
        self.order_fields([*(f"score_{code}" for code in self.codes), "renew", "reason_ko", "reason_en"])

    def said(self) -> dict[str, Any]:
        asked = self.cleaned_data
        return {
            "scores": {code: asked[f"score_{code}"] for code in self.codes}, "renew": asked["renew"] == "yes",
            "reason_ko": asked["reason_ko"], "reason_en": asked["reason_en"],
        }


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The form; POST holds it."""
    found = evaluations.evaluation(code)
    form = EvaluationForm(found.criteria, request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.hold_evaluation(evaluation=code, **form.said()))
        if refusal is None:
            return done(request, _("The evaluation is held."), reverse("residency_company_life", args=[found.company]))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("Evaluation %(number)s of %(name)s") % {
            "number": found.number, "name": found.name},
        "send": _("Decide"), "cancel_url": reverse("residency_company_life", args=[found.company]),
        "lead": _("Pass mark %(mark)s of 100.") % {"mark": found.pass_mark}, "sections": sections.tabs("residency"),
    }, status=status)
