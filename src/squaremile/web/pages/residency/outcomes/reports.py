"""Impact reports: the list, one report as a page and as a PDF, and the evidence of each figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import impact
from squaremile.residency.reads.impact_pdf import pdf as impact_pdf
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.outcomes.forms import FreezeForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import language_asked, pdf


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Published reports; for the programme's staff also those that are not."""
    return render(request, "residency/outcomes/reports.html", {
        "reports": impact.reports(), "may_keep": rules.keep_outcomes(require()),
        "sections": sections.tabs("residency_impact"),
    })


@require_GET
@only(rules.look)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One report as it was frozen; every figure leads to its evidence."""
    return render(request, "residency/outcomes/report.html", {
        "report": impact.report(code), "may_keep": rules.keep_outcomes(require()),
        "sections": sections.tabs("residency_impact"),
        "crumbs": [(_("Impact reports"), reverse("residency_impact"))],
    })


@require_GET
@only(rules.look)
def as_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The same on paper, in the language asked for, or the one being served."""
    language = language_asked(request)
    return pdf(f"impact-{code}-{language}.pdf", impact_pdf(impact.report(code), language))


@require_GET
@only(rules.look)
def figure(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """What a printed figure rests on."""
    found = impact.evidence(code, position)
    return render(request, "residency/outcomes/figure.html", {
        "found": found, "sees_entries": rules.see_outcomes(require()), "sections": sections.tabs("residency_impact"),
        "crumbs": [(_("Impact reports"), reverse("residency_impact")), (found.report.title, reverse("impact_report", args=[code]))],
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_outcomes)
def freeze(request: HttpRequest) -> HttpResponse:
    """Freeze the figures of a day."""
    form = FreezeForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        versions = [each.strip() for each in said.pop("versions").split(",") if each.strip()]
        refusal = tried(lambda: made.append(residency.freeze_impact_report(versions=versions, **said)))
        if refusal is None:
            return done(request, _("The figures are frozen."), reverse("impact_report", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Freeze an impact report"), _("Freeze"), reverse("residency_impact"),
        lead=_("Figures, definitions and evidence stay as they are from then on. Earlier figures that would be different now are told beside."),
    )


@require_POST
@only(rules.keep_outcomes)
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """For everyone in the cluster."""
    residency.publish_impact_report(impact_report=code)
    return done(request, _("Published: everyone in the cluster may read it."), reverse("impact_report", args=[code]))
