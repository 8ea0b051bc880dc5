"""Terms of stay: every version, and a new one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import life
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class TermsForm(forms.Form):
    """Base term, extensions, pass mark and what is judged."""

    base_months = forms.IntegerField(label=gettext_lazy("Base term in months"), min_value=1, max_value=240, initial=24)
    extension_months = forms.IntegerField(label=gettext_lazy("An extension in months"), min_value=1, max_value=120, initial=12)
    most_extensions = forms.IntegerField(label=gettext_lazy("How many extensions at most"), min_value=0, max_value=20, initial=2)
    pass_mark = forms.IntegerField(label=gettext_lazy("Pass mark of 100"), min_value=0, max_value=100, initial=70)
    criteria_said = forms.CharField(
        label=gettext_lazy("Criteria"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        initial="progress | 목표 달성 | Milestones reached | 40\nteam | 인력 | Team | 20\ncapital | 투자 유치 | Capital raised | 20\n"
                "citizenship | 공동체 기여 | Citizenship | 20",
        help_text=gettext_lazy("One a line: code | Korean | English | weight."),
    )

    def said(self) -> dict[str, Any]:
        asked = dict(self.cleaned_data)
        lines = [[piece.strip() for piece in line.split("|")] for line in asked.pop("criteria_said").splitlines() if line.strip()]
        asked["criteria"] = [
            {"code": line[0], "ko": line[1], "en": line[2], "weight": int(line[3]) if line[3].isdigit() else 0}
            if len(line) == 4 else {} for line in lines
        ]
        return asked


@require_http_methods(["GET", "POST"])
@only(rules.see_companies)
def page(request: HttpRequest) -> HttpResponse:
    """Every version; POST makes a new one."""
    form, refusal = TermsForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.set_stay_terms(**form.said()))
        if refusal is None:
            return done(request, _("The new terms hold for whoever moves in from now on."), reverse("residency_stay_terms"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/life/terms.html", {
        "terms": life.terms(), "form": form, "refusal": refusal, "may_keep": rules.keep_companies(require()),
        "sections": sections.tabs("residency_life"),
    }, status=status)
