"""Issuers: who bills, their tax identity, and the accounts that their books go out under."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import journals, payers
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import keeping, sections
from squaremile.web.pages.billing.account import IdentityForm
from squaremile.web.shell import deeds
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class BookForm(forms.Form):
    """One book of the issuer's chart of accounts."""

    book = forms.ChoiceField(label=gettext_lazy("Book"))
    account_number = forms.CharField(label=gettext_lazy("Account number"), max_length=20)
    account_name = forms.CharField(label=gettext_lazy("Account name"), max_length=60)

    def __init__(self, rows: list[journals.BookRow], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["book"].choices = [(row.book, str(row.said)) for row in rows]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """Everybody who bills; POST adds one."""
    can = keeping.of_issuers()
    done = deeds.do(request, can, reverse("money_issuers"))
    if done and done.answer:
        return done.answer
    return render(request, "billing/issuers.html", {
        "rows": payers.issuers(), "deeds": deeds.shown(can, done), "sections": sections.tabs("money_issuers"),
    }, status=done.status if done else 200)


@require_http_methods(["GET", "POST"])
@only(rules.see_money)
def issuer(request: HttpRequest, code: str) -> HttpResponse:
    """One of them; POST saves its terms or its tax identity."""
    if request.method == "POST" and "act" in request.POST:
        can = keeping.of_issuer(code)
        done = deeds.do(request, can, reverse("money_issuer", args=[code]))
        return done.answer if done and done.answer else _page(request, code, done.status if done else 403, deeds=deeds.shown(can, done))
    if request.method == "POST":
        form = IdentityForm(request.POST)
        return sent(
            request, lambda: billing.identify_issuer(issuer=code, **form.cleaned_data), reverse("money_issuer", args=[code]),
            partial(_page, request, code), form=form,
        )
    return _page(request, code)


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    found, books = payers.issuer(code), journals.books(code)
    return render(request, "billing/issuer.html", {
        "issuer": found, "books": books, "deeds": more.pop("deeds", None) or deeds.shown(keeping.of_issuer(code)),
        "form": IdentityForm(initial=found.fields), "book_form": BookForm(books),
        "may_keep": rules.keep_money(require()), "sections": sections.tabs("money_issuers"), **more,
    }, status=status)


@require_POST
@only(rules.keep_money)
def book(request: HttpRequest, code: str) -> HttpResponse:
    """Under which account a book goes out from now on."""
    form = BookForm(journals.books(payers.issuer(code).code), request.POST)
    return sent(
        request, lambda: billing.name_book(issuer=code, **form.cleaned_data), reverse("money_issuer", args=[code]),
        partial(_page, request, code), book_form=form,
    )
