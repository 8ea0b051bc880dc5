"""Budgets: what each project and cost centre may cost, and where it stands. A company's admin sees her own, finance everybody's."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies.budgets import PERIODS
from squaremile.billing.reads import budgets, closes, months
from squaremile.billing.words import budgets as words
from squaremile.core import refs
from squaremile.core.reads.payers import Payer, payers
from squaremile.core.reads.people_directory import KIND
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import MoneyField, finish, typed

_DAY = {"type": "date"}
_LIMITS = ("soft_limit", "hard_limit")


class LimitsForm(forms.Form):
    """What may be changed of a budget."""

    soft_limit = MoneyField(label=_("Soft limit"), required=False, help_text=_("Its owner is told when it is reached."))
    hard_limit = MoneyField(label=_("Hard limit"), required=False, help_text=_("Bookings beyond it are refused where the operator says so."))
    last_day = forms.DateField(label=_("Last day"), required=False, widget=forms.DateInput(attrs=_DAY))
    person = forms.ChoiceField(label=_("Also told"), required=False, help_text=_("Company admins are told in any case."))

    def __init__(self, data: Any = None, *, currency: str = "KRW", people: Any = (), **more: Any) -> None:
        super().__init__(data, **more)
        for name in _LIMITS if currency else ():
            self.fields[name].of(currency)  # type: ignore[attr-defined]
        if people:
            self.fields["person"].choices = [("", "—"), *((refs.ref(KIND, i), str(n)) for i, n in people)]  # type: ignore[attr-defined]
        else:
            del self.fields["person"]

    def said(self) -> dict[str, Any]:
        """As the operations take it."""
        data = dict(self.cleaned_data)
        person = data.pop("person", "")
        return data | {"person": refs.read(KIND, person) if person else None}


class BudgetForm(LimitsForm):
    """A new one, of one project or one cost centre of the asker's companies."""

    of = forms.ChoiceField(label=_("Of"))
    span = forms.ChoiceField(label=_("Holds for"), choices=[(p, words.PERIODS[p]) for p in PERIODS])
    first_day = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs=_DAY))
    currency = forms.ChoiceField(label=_("Currency"), help_text=_("It counts what is priced in this currency, and nothing else."))
    field_order = ("of", "span", "first_day", "currency", *_LIMITS, "last_day", "person")

    def __init__(self, known: list[Payer], centres: list[tuple[str, str]], currencies: list[str], *args: Any, **more: Any) -> None:
        self.only = currencies[0] if len(currencies) == 1 else ""
        super().__init__(*args, currency=self.only, people={i: n for p in known for i, n in p.people}.items(), **more)
        self.fields["currency"].choices = [(one, one) for one in currencies]  # type: ignore[attr-defined]
        if self.only:
            del self.fields["currency"]
        several = len(known) > 1
        projects = [(f"project:{p.code}:{c}", f"{p.name} · {n}" if several else str(n)) for p in known for c, n in p.projects]
        named = [(f"centre:{company}:{c}", str(words.COST_CENTRE.fill({"code": c}))) for company, c in centres]
        self.fields["of"].choices = [*projects, *named]  # type: ignore[attr-defined]
        self.fields["first_day"].initial = months.first_of(months.today())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.only:
            finish(self, data.get("currency", ""), *_LIMITS)
        return self.cleaned_data

    def said(self) -> dict[str, Any]:
        data = {"currency": self.only, **super().said()}
        kind, company, code = data.pop("of").split(":", 2)
        return data | {"organisation": budgets.company(company), "project" if kind == "project" else "cost_centre": code}


class BindsForm(forms.Form):
    """The operator's own choice, an issuer a line."""

    binds = forms.MultipleChoiceField(label=_("Hard limits refuse bookings for"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = closes.issuers()
        self.fields["binds"].choices = [(code, str(name)) for code, name in known]  # type: ignore[attr-defined]
        self.fields["binds"].initial = budgets.bound()


def _mine() -> list[Payer]:
    """The companies that the asker is the admin of: `payers` names the people of those alone."""
    return [p for p in payers() if p.people]


def _form(data: Any = None) -> BudgetForm | None:
    known = _mine()
    if not any(p.projects for p in known):
        return None
    centres = [(p.code, c) for p in known for c in budgets.centres(p.code)]
    return BudgetForm(known, centres, budgets.currencies(p.code for p in known), data)


@require_http_methods(["GET", "POST"])
@only(rules.see_budgets)
def page(request: HttpRequest) -> HttpResponse:
    """All that one may see; POST makes one."""
    if request.method == "POST" and (form := _form(request.POST)) is not None:
        return sent(request, lambda: billing.add_budget(**form.said()), reverse("money_budgets"), partial(_page, request), form=form)
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    staff = rules.see_money(require())
    return render(request, "billing/budgets.html", {
        "rows": budgets.standings(), "staff": staff, "binds": BindsForm() if rules.keep_money(require()) and closes.issuers() else None,
        "sections": sections.tabs("money_budgets"), **({} if "form" in more else {"form": None if staff else _form()}), **more,
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.keep_budgets)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One budget; POST changes its limits."""
    if request.method == "POST":
        form = _limits(code, request.POST)
        return sent(
            request, lambda: billing.change_budget(budget=code, **form.said()), reverse("money_budgets"), partial(_one, request, code), form=form
        )
    return _one(request, code)


def _limits(code: str, data: Any = None) -> LimitsForm:
    found = budgets.budget(code)
    people: dict[UUID, Any] = {i: n for p in _mine() for i, n in p.people}
    initial = {
        "soft_limit": typed(found.soft, found.currency) if found.soft else "", "hard_limit": typed(found.hard, found.currency) if found.hard else "",
        "last_day": found.until, "person": refs.ref(KIND, found.owner_id) if found.owner_id else "",
    }
    return LimitsForm(data, currency=found.currency, people=people.items(), initial=initial)


def _one(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    found = budgets.budget(code)
    return render(request, "billing/budget.html", {
        "budget": found, "title": budgets.title(found), "per": words.PERIODS[found.per], "form": _limits(code),
        "sections": sections.tabs("money_budgets"), **more,
    }, status=status)


@require_POST
@only(rules.keep_budgets)
def end(request: HttpRequest, code: str) -> HttpResponse:
    """It limits nothing any more."""
    return sent(request, lambda: billing.end_budget(budget=code), reverse("money_budgets"), partial(_page, request))


@require_POST
@only(rules.keep_money)
def bind(request: HttpRequest) -> HttpResponse:
    """Whether hard limits refuse bookings, issuer by issuer."""
    form = BindsForm(request.POST)

    def act() -> None:
        for code, _name in closes.issuers():
            wanted = code in form.cleaned_data["binds"]
            if wanted != (code in budgets.bound()):
                billing.edit_issuer(issuer=code, budgets_bind=wanted)

    return sent(request, act, reverse("money_budgets"), partial(_page, request), binds=form)
