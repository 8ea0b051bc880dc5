"""Rows of checklists, one at a time: sign off with its paper, waive, re-open."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import operations as core
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import waiting
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.people.forms import SignForm
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.sign_off)
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """It is done. Sent without a form from a list, and with one where a paper is needed."""
    row = waiting.entry(code)
    sent = request.method == "POST"
    form, refusal = SignForm(request.POST if sent else None, request.FILES if sent else None), None
    if sent and form.is_valid():
        refusal = tried(lambda: _sign(row, form))
        if refusal is None:
            return done(request, _("Signed off."), back(request, _home(row)))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/people/sign.html", {
        "row": row, "form": form, "refusal": refusal, "back_url": _home(row), "may_waive": row.entry.mine_to_sign,
        "sections": sections.tabs("residency_checklists"),
    }, status=status)


@require_POST
@only(rules.sign_off)
def waive(request: HttpRequest, code: str) -> HttpResponse:
    """It need not be done, and why."""
    row = waiting.entry(code)
    residency.waive_entry(checklist_entry=code, remark=request.POST.get("remark", ""))
    return done(request, _("Waived."), back(request, _home(row)))


@require_POST
@only(rules.sign_off)
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """It was not done after all."""
    row = waiting.entry(code)
    residency.reopen_entry(checklist_entry=code, remark=request.POST.get("remark", ""))
    return done(request, _("Open again."), back(request, _home(row)))


def _sign(row: waiting.Waiting, form: SignForm) -> None:
    """The paper is the company's, and kept only where the row is signed."""
    upload, said = form.cleaned_data["file"], form.cleaned_data
    with transaction.atomic():
        kept = core.store_file(
            name=upload.name or "", content=upload.read(), organisation=row.company_id
        ).id if upload else None
        residency.sign_off(checklist_entry=row.entry.code, done_on=said["done_on"], file=kept, remark=said["remark"])


def _home(row: waiting.Waiting) -> str:
    return reverse("residency_member", args=[row.member]) if row.member else reverse("residency_checklists")
