"""Company 360: one record, from the first enquiry to alumni. Each part of residency adds its panel."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies, licences
from squaremile.residency.words.companies import COMPANY_UNKNOWN
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company import timeline
from squaremile.web.pages.residency.company.companies import RecordForm, form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LONG = forms.Textarea(attrs={"rows": 4})


class ProfileForm(forms.Form):
    """What may be said of the company."""

    summary_ko = forms.CharField(
        label=gettext_lazy("Summary in Korean"), max_length=600, required=False, widget=LONG,
        help_text=gettext_lazy("Nothing confidential: once listed, everybody may read it."),
    )
    summary_en = forms.CharField(label=gettext_lazy("Summary in English"), max_length=600, required=False, widget=LONG)
    fields_said = forms.CharField(
        label=gettext_lazy("Fields, separated by commas"), max_length=600, required=False,
    )
    website = forms.CharField(label=gettext_lazy("Website"), max_length=200, required=False)
    listed = forms.BooleanField(label=gettext_lazy("List the company in the public directory"), required=False)


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff and the company's own people."""
    found = companies.record(code)
    asking = require()
    return render(request, "residency/company.html", {
        "record": found, "row": found.row, "sections": sections.tabs("residency"),
        "may_keep": rules.keep_companies(asking), "may_show": rules.keep_own_profile(asking),
        "may_see_licences": rules.see_licences(asking), "licences": licences.licences(company=code),
        "may_see_outcomes": rules.see_own_outcomes(asking), "timeline": timeline.panel(request, found.row),
        "ways": _ways(code, licences_too=rules.see_licences(asking)),
    })


def _ways(code: str, *, licences_too: bool) -> list[tuple[str, str, bool, None]]:
    """Other pages about the same company, as tabs."""
    def of(name: str) -> str:
        return f"{reverse(name)}?company={code}"

    every = [
        (_("People"), of("residency_people")), (_("Space"), reverse("residency_company_space", args=[code])),
        *([(_("Licences"), of("residency_licences"))] if licences_too else []),
        (_("Exit"), reverse("residency_exit_plan", args=[code])),
    ]
    return [(said, url, False, None) for said, url in every]


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Founding date, stage, country; of a resident without a licence in force, its licence on paper."""
    row = companies.company(code)
    back = reverse("residency_company", args=[code])
    form = RecordForm(request.POST or None, initial={
        "founded_on": row.founded_on, "stage": row.stage, "country": row.country,
    })
    if row.state != "resident" or any(each.state == "in_force" for each in licences.licences(company=code)):
        del form.fields["licensed_until"]
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.edit_company(company=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Edit %(name)s") % {"name": row.name}, _("Save"), back)


@require_http_methods(["GET", "POST"])
@only(rules.keep_own_profile)
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """The public profile; for the company's admin and programme staff."""
    row, asking = companies.company(code), require()
    if not (rules.keep_companies(asking) or row.id in asking.organisations):
        raise Missing(COMPANY_UNKNOWN)
    shown, back = companies.record(code).profile, reverse("residency_company", args=[code])
    form = ProfileForm(request.POST or None, initial={
        "summary_ko": shown.summary_ko, "summary_en": shown.summary_en, "fields_said": ", ".join(shown.fields),
        "website": shown.website, "listed": shown.listed,
    })
    refusal = None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        words = said.pop("fields_said").split(",")
        refusal = tried(lambda: residency.edit_profile(company=code, fields=words, **said))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Public profile of %(name)s") % {"name": row.name}, _("Save"), back)
