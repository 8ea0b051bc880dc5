"""People: for a company its own head count under its licence, for staff every company's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.rules import keep_own_company
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import checklists, companies, head_count, people
from squaremile.residency.reads.companies import CompanyRow
from squaremile.residency.words.companies import COMPANY_UNKNOWN
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.people.forms import JoinForm, TermsForm, WorkForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import typed


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Staff choose a company; whoever belongs to one company sees it at once."""
    asking, code = require(), request.GET.get("company", "")
    every = head_count.everywhere()
    if not code and not asking.staff and len(every) == 1:
        code = every[0].company
    if not code:
        return render(request, "residency/people/companies.html", {
            "rows": every, "total": sum(row.heads for row in every), "staff": asking.staff,
            "sections": sections.tabs("residency_people"),
        })
    return _company(request, companies.company(code))


@require_http_methods(["GET", "POST"])
@only(rules.keep_members)
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Count somebody among the company's people, within its seats, and give her the list of her work."""
    row, back = kept(code), f"{reverse('residency_people')}?company={code}"
    form, refusal, made = JoinForm(people.to_join(row.id), request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.join(company=code, **form.said())))
        if refusal is None:
            months = head_count.of_person(row.id, made[0].person_id)
            said = f" {months[0].first:%Y-%m}: {months[0].arithmetic}" if months else ""
            return done(request, _("She is counted from her first day on.") + said, reverse("residency_member", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Somebody joins %(name)s") % {"name": row.name}, _("Let her join"), back,
        lead=_("Only people who hold a role in the company are listed. Others are invited first. ") + str(head_count.of(row.id).rule),
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def terms(request: HttpRequest, code: str) -> HttpResponse:
    """Seats, notice and deposit as the licence has them, from a day on."""
    row, back = companies.company(code), f"{reverse('residency_people')}?company={code}"
    known = head_count.of(row.id).terms
    form, refusal = TermsForm(request.POST or None, initial={
        "seats": known.seats, "notice_months": known.notice_months, "deposit_minor": typed(known.deposit.minor, known.deposit.currency),
        "currency": known.deposit.currency,
    } if known else None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.set_people_terms(company=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Terms about people of %(name)s") % {"name": row.name}, _("Save"), back)


@require_POST
@only(rules.keep_members)
def begin_list(request: HttpRequest, code: str) -> HttpResponse:
    """The company's own rows, by what it works with."""
    row, form = kept(code), WorkForm(request.POST)
    if not form.is_valid():
        return _company(request, row, status=422, work_form=form)
    refusal = tried(lambda: residency.begin_company_checklist(company=code, **form.cleaned_data))
    if refusal is None:
        return done(request, _("The rows of this work are on the list."), f"{reverse('residency_people')}?company={code}#list")
    return _company(request, row, status=refusal.status, work_form=form, refusal=refusal)


def kept(code: str) -> CompanyRow:
    """A company whose people the asker keeps: her own, or any for staff. Raises Missing."""
    row, asking = companies.company(code), require()
    if not (asking.staff or row.id in asking.organisations):
        raise Missing(COMPANY_UNKNOWN)
    return row


def _company(request: HttpRequest, row: CompanyRow, status: int = 200, **more: object) -> HttpResponse:
    asking = require()
    keeps = rules.keep_members(asking)
    return render(request, "residency/people/company.html", {
        "row": row, "count": head_count.of(row.id), "stretches": head_count.by_day(row.id), "people": people.members(company=row.id),
        "list": checklists.of_company(row.id, asking), "may_join": keeps and row.state in ("admitted", "resident"),
        "may_begin": keeps, "may_leave": keep_own_company(asking), "may_terms": rules.keep_companies(asking),
        "to_join": people.to_join(row.id) if keeps else (), "work_form": WorkForm(), "staff": asking.staff,
        "sections": sections.tabs("residency_people"), **more,
    }, status=status)
