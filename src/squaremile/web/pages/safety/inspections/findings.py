"""Findings: the list by when they are due, and raising one by hand."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import findings
from squaremile.safety.words.inspections import AGES, SEVERITIES
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

DAY = forms.DateInput(attrs={"type": "date"})


class RaiseForm(forms.Form):
    """What is wrong, where, and how severe."""

    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)
    what_is_wrong = forms.CharField(label=gettext_lazy("What is wrong"), max_length=300)
    severity = forms.ChoiceField(label=gettext_lazy("Severity"))
    due_on = forms.DateField(label=gettext_lazy("To be mended by"), required=False, widget=DAY)
    remark = forms.CharField(label=gettext_lazy("Remark"), max_length=1000, required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["severity"].choices = [(s, str(said)) for s, said in SEVERITIES.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_inspections)
def page(request: HttpRequest) -> HttpResponse:
    """Those still open, all or of one age; or those that are closed."""
    closed = "closed" in request.GET
    age = request.GET.get("age", "")
    age = age if age in AGES and not closed else ""
    return render(request, "safety/findings.html", {
        "rows": findings.findings(closed=closed, age=age), "age": AGES.get(age), "ages": findings.ages(), "closed": closed,
        "may_raise": rules.inspect(require()), "sections": sections.tabs("safety_findings"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.inspect)
def raise_one(request: HttpRequest) -> HttpResponse:
    """Something seen outside any inspection."""
    form, refusal, made = RaiseForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(safety.raise_finding(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("The finding is recorded."), reverse("safety_finding", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Raise a finding"), _("Raise it"), reverse("safety_findings"), section="safety_findings"
    )

