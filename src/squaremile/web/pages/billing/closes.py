"""The month close: the list with what is next, and one close with its pipeline, bills and exceptions."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import closes, filings
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections
from squaremile.web.shell.acts import back, done, sent, tried
from squaremile.web.shell.entry import only


class ConfirmForm(forms.Form):
    """Whose month is closed."""

    issuer = forms.ChoiceField(label=gettext_lazy("Issuer"))
    month = forms.DateField(label=gettext_lazy("Any day of the month"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = closes.issuers()
        self.fields["issuer"].choices = [(code, str(name)) for code, name in known]  # type: ignore[attr-defined]
        if known:
            self.fields["month"].initial = closes.next_month(known[0][0])


@require_http_methods(["GET", "POST"])
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """Every close; POST confirms the usage of a month and begins its close."""
    if request.method == "POST":
        form = ConfirmForm(request.POST)
        return sent(
            request, lambda: billing.confirm_usage(**form.cleaned_data), reverse("money_closes"), partial(_page, request), form=form
        )
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "billing/closes.html", {
        "rows": closes.closes(), "form": ConfirmForm(), "deadlines": filings.pressing(),
        "may_keep": rules.keep_money(require()) and bool(closes.issuers()),
        "sections": sections.tabs("money_closes"), **more,
    }, status=status)


@require_GET
@only(rules.see_money)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Where the bills of a close stand, with counts and money; what is odd."""
    return _close(request, code)


def _close(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "billing/close.html", {
        "close": closes.close(code), "may_keep": rules.keep_money(require()), "sections": sections.tabs("money_closes"), **more,
    }, status=status)


@require_POST
@only(rules.keep_money)
def show(request: HttpRequest, code: str) -> HttpResponse:
    """The drafts go to their payers."""
    return sent(request, lambda: billing.show_bills(close=code), reverse("money_close", args=[code]), partial(_close, request, code))


@require_POST
@only(rules.keep_money)
def release(request: HttpRequest, code: str) -> HttpResponse:
    """What is accepted is issued."""
    return sent(request, lambda: billing.release_close(close=code), reverse("money_close", args=[code]), partial(_close, request, code))


@require_POST
@only(rules.keep_money)
def clear(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody looked at an exception."""
    refusal = tried(lambda: billing.clear_exception(bill_exception=code, remark=request.POST.get("remark", "")))
    to = back(request, reverse("money_closes"))
    if refusal is None:
        return done(request, _("Saved."), to)
    return _page(request, status=refusal.status, refusal=refusal)
