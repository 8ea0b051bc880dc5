"""One member: her checklist, badges and keys, seat-days; what changes, and what is put into her hands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.rules import keep_own_company
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import head_count, people
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.people.forms import MemberForm, PassForm
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff and her company; rows of the list only as far as the reader may see them."""
    return _page(request, code)


@require_http_methods(["GET", "POST"])
@only(rules.keep_members)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Other work, another place. Rows that the work brings are added."""
    row = people.member(code).row
    form, refusal, home = MemberForm(request.POST or None, initial={
        "kind": row.kind, "title": row.title, "employer": row.employer, "work": list(row.work), "minor": row.minor,
        "weekly_hours": row.weekly_hours,
    }), None, reverse("residency_member", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.change_member(company_member=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved. Rows that her work brings are on her list."), home)
    return form_page(request, form, refusal, _("Change %(name)s") % {"name": row.name}, _("Save"), home)


@require_POST
@only(rules.keep_passes)
def issue(request: HttpRequest, code: str) -> HttpResponse:
    """A badge or key, once nothing keeps it shut."""
    form = PassForm(request.POST)
    if not form.is_valid():
        return _page(request, code, status=422, pass_form=form)
    refusal = tried(lambda: residency.issue_pass(company_member=code, **form.said()))
    if refusal is None:
        return done(request, _("It is in her hands."), f"{reverse('residency_member', args=[code])}#passes")
    return _page(request, code, status=refusal.status, pass_form=form, refusal=refusal)


@require_POST
@only(rules.keep_passes)
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """It came back, or will not."""
    residency.take_back_pass(access_pass=code, state=request.POST.get("state", "returned"))
    return done(request, _("Saved."), back(request, reverse("residency_people")))


def _page(request: HttpRequest, code: str, status: int = 200, **more: object) -> HttpResponse:
    found, asking = people.member(code), require()
    row = found.row
    return render(request, "residency/people/member.html", {
        "found": found, "row": row, "months": head_count.of_person(row.company_id, row.person), "hers": row.person == asking.actor,
        "may_keep": rules.keep_members(asking) and not row.gone, "may_pass": rules.keep_passes(asking),
        "may_leave": keep_own_company(asking) and row.gone_on is None and row.person != asking.actor,
        "pass_form": PassForm(), "staff": asking.staff, "sections": sections.tabs("residency_people"),
        "crumbs": [(_("People"), f"{reverse('residency_people')}?company={row.company}")], **more,
    }, status=status)
