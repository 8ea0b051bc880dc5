"""Korean tax invoices: their deadlines, where each stands, the sheet for Hometax, and electronic invoices of documents."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.operations.filings import provider
from squaremile.billing.reads import filings, papers
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections
from squaremile.web.pages.billing.invoices import shown
from squaremile.web.shell import tables
from squaremile.web.shell.acts import back, done, sent, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """What has to be out by when."""
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    rows = filings.listed()
    return render(request, "billing/tax_invoices.html", {
        "rows": rows, "late": sum(row.late for row in rows), "open": sum(row.open for row in rows),
        "prepared": any(row.state == "prepared" for row in rows), "connected": provider() is not None,
        "ready": len({row.document for row in rows if row.state == "none"} - {row.document for row in rows if row.lacks}),
        "may_keep": rules.keep_money(require()), "sections": sections.tabs("money_tax_invoices"), **more,
    }, status=status)


@require_POST
@only(rules.keep_money)
def prepare(request: HttpRequest, code: str) -> HttpResponse:
    """Of one issued document."""
    return _did(request, lambda: billing.prepare_tax_invoices(invoice=code))


@require_POST
@only(rules.keep_money)
def prepare_all(request: HttpRequest) -> HttpResponse:
    """Of every document that lacks nothing, each by itself: what was prepared meanwhile stays, what is refused is left."""
    refused = [one for one in map(_prepared, filings.ready()) if one is not None]
    if refused:
        return _page(request, status=refused[0].status, refusal=refused[0])
    return done(request, _("Saved."), reverse("money_tax_invoices"))


def _prepared(code: str) -> SquaremileError | None:
    return tried(lambda: billing.prepare_tax_invoices(invoice=code), already=("billing.filing_known",))


@require_POST
@only(rules.keep_money)
def send(request: HttpRequest, code: str) -> HttpResponse:
    """To the provider."""
    return _did(request, lambda: billing.send_tax_invoice(filing=code))


@require_POST
@only(rules.keep_money)
def approval(request: HttpRequest, code: str) -> HttpResponse:
    """The number that Hometax gave."""
    return _did(request, lambda: billing.enter_tax_approval(filing=code, approval=request.POST.get("approval", "")))


def _did(request: HttpRequest, act: Any) -> HttpResponse:
    return sent(request, act, back(request, reverse("money_tax_invoices")), partial(_page, request))


@require_GET
@only(rules.see_money)
def sheet(request: HttpRequest, form: str) -> HttpResponse:
    """What is prepared, in the columns of Hometax's bulk form."""
    head, rows = filings.sheet()
    made = [tables.Sheet(_("Tax invoices"), head, rows)]
    return tables.as_xlsx("tax-invoices", made) if form == "xlsx" else tables.as_csv("tax-invoices", made)


@require_POST
@only(rules.keep_money)
def make_ubl(request: HttpRequest, code: str) -> HttpResponse:
    """The electronic invoice, once."""
    language = request.POST.get("language", "en")
    return sent(
        request, lambda: billing.make_ubl(invoice=code, language=language), reverse("money_invoice", args=[code]),
        partial(shown, request, code),
    )


@require_GET
@only(rules.see_own_bills)
def ubl(request: HttpRequest, code: str) -> HttpResponse:
    """The file as it was made."""
    found = papers.ubl(code)
    return HttpResponse(found.content.encode(), content_type="application/xml; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{code}.xml"', "Cache-Control": "private, no-cache", "ETag": f'"{found.sha256}"',
    })
