"""Hours of safety training that Korean law asks: who owes how many by when, and what is missing."""

import csv
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core import refs
from squaremile.core.reads.organisations import organisations
from squaremile.core.reads.people_directory import KIND, present
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import hours
from squaremile.safety.reads.areas import today
from squaremile.safety.words import training as words
from squaremile.web.pages.safety.training import parts
from squaremile.web.pages.safety.training.matrix import look
from squaremile.web.shell.acts import sent
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only


class DutyForm(forms.Form):
    """How somebody works in laboratories: her hours follow from it."""

    person = forms.ChoiceField(label=_("Person"))
    grade = forms.ChoiceField(label=_("Risk grade of her laboratory"))
    employee = forms.BooleanField(label=_("She is employed (not a student or guest)"), required=False, initial=True)
    diagnosed = forms.BooleanField(label=_("Her laboratory needs an in-depth diagnosis"), required=False)
    joined_on = forms.DateField(label=_("Works here since"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = [(refs.ref(KIND, p.id), f"{p.name} · {p.company}" if p.company else str(p.name)) for p in present()]
        self.fields["person"].choices = [("", "—"), *people]  # type: ignore[attr-defined]
        self.fields["grade"].choices = [(g, str(said)) for g, said in words.GRADES.items()]  # type: ignore[attr-defined]


class Filters(forms.Form):
    """Whose hours, and whether only those who owe something."""

    company = forms.ChoiceField(label=_("Company"), required=False)
    short = forms.ChoiceField(label=_("Show"), required=False, choices=[("", _("everybody")), ("1", _("who owes something"))])

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if require().has_role(*parts.LOOKERS):
            self.fields["company"].choices = [("", _("all")), *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]
        else:
            del self.fields["company"]


@require_http_methods(["GET", "POST"])
@only(look)
def page(request: HttpRequest) -> HttpResponse:
    """A company its own people, staff everybody."""
    if request.method == "GET":
        return _page(request)
    if not rules.set_duty(require()):
        raise Forbidden(NOT_ALLOWED)
    form = DutyForm(request.POST)
    return sent(request, lambda: _set(form), reverse("training_hours"), lambda **more: _page(request, **more), form=form)


@require_GET
@only(look)
def export(request: HttpRequest) -> HttpResponse:
    """The ledger as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="training-hours-{today().isoformat()}.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([gettext(name) for name in (
        "Name", "Company", "Risk grade", "Kind", "From", "Due", "Minutes asked", "Minutes taken", "Minutes missing", "Certainty",
    )])
    for row in _rows(request)[1]:
        for one in row.rows:
            owed = one.owed
            writer.writerow([cell(value) for value in (
                row.name, row.company or "", row.grade_said, one.kind_said, owed.starts_on, owed.due_on, owed.figure.minutes,
                owed.taken, owed.left, owed.figure.certainty,
            )])
    return response


def _set(form: DutyForm) -> None:
    said = dict(form.cleaned_data)
    safety.set_hours_duty(person=refs.read(KIND, said.pop("person")), **said)


def _rows(request: HttpRequest) -> tuple[Filters, list[hours.HoursRow]]:
    filters = Filters(request.GET, auto_id="filter-%s")
    said = filters.cleaned_data if filters.is_valid() else {}
    return filters, hours.everybody(today(), company=said.get("company", ""), short=bool(said.get("short")))


def _page(request: HttpRequest, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None) -> HttpResponse:
    filters, rows = _rows(request)
    return render(request, "safety/training/hours.html", parts.page(
        "training_hours", filters=filters, rows=rows, periods=hours.by_period(rows), refusal=refusal, query=request.GET.urlencode(),
        form=(form or DutyForm()) if rules.set_duty(require()) else None,
    ), status=status)  # fmt: skip
