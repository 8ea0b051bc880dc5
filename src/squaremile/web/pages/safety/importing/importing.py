"""A stock list is uploaded, looked at row by row, and, once nothing is wrong, taken in; and templates to fill in."""

import base64
import binascii
import csv
import io
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from openpyxl import Workbook

from squaremile.core.sheets.reading import errors_as_csv
from squaremile.core.sheets.sheet import Sheet
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies.stock_list import CONTAINERS, EXAMPLES, OWN_CONTAINERS
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LARGEST = 2**20
"""Bytes of a list over the page: between looking and taking in it waits in the page itself."""
SHOWN = 200
"""Errors that the page shows; all of them are in the file."""


class ListForm(forms.Form):
    """The file."""

    upload = forms.FileField(label=gettext_lazy("Stock list"), help_text=gettext_lazy("CSV or Excel (.xlsx), up to 1 MB and 2,000 rows."))

    def clean_upload(self) -> Any:
        """Not too large for a page. Raises ValidationError."""
        found = self.cleaned_data["upload"]
        if found.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 1 MB. Split it, or bring it in on the server."))
        return found


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def page(request: HttpRequest) -> HttpResponse:
    """Upload and look; `act=take` takes in what was looked at; `act=errors` gives what is wrong as a file."""
    form, act = ListForm(), request.POST.get("act", "look")
    if request.method == "GET":
        return _shown(request, form=form)
    if act == "look":
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return _shown(request, form=form, status=422)
        name, content = form.cleaned_data["upload"].name or "", form.cleaned_data["upload"].read()
    else:
        name, content = request.POST.get("name", "")[:200], _kept(request.POST.get("content", ""))
    found: list[Any] = []
    refusal = tried(lambda: found.append(safety.import_stock_list(name=name, content=content, dry_run=act != "take")))
    if refusal is not None:
        return _shown(request, form=form, refusal=refusal, status=refusal.status)
    taken = found[0]
    if act == "errors":
        return HttpResponse(
            errors_as_csv(taken.errors, get_language() or "ko"), content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="errors.csv"'},
        )
    if taken.saved:
        said = ngettext("%(n)s container is taken in.", "%(n)s containers are taken in.", taken.made) % {"n": taken.made}
        return done(request, said, reverse("safety_containers"))
    return _shown(
        request, form=form, taken=taken, name=name, content=base64.b64encode(content).decode(), status=422 if taken.errors else 200,
        errors=taken.errors[:SHOWN], rows_wrong=len({each.row for each in taken.errors}),
    )


def _kept(said: str) -> bytes:
    try:
        return base64.b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _shown(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "safety/import.html", {
        "columns": zip(_heads(), (column.required for column in _sheet().columns), strict=True), "everyone": rules.see_everyone(require()),
        "sections": sections.tabs("safety_containers"), **more,
    }, status=status)


def _sheet() -> Sheet:
    return CONTAINERS if rules.see_everyone(require()) else OWN_CONTAINERS


def _heads() -> list[str]:
    """Names of the columns in the reader's language; either is read."""
    korean = get_language() == "ko"
    return [column.headers[0] if korean else column.name.replace("_", " ") for column in CONTAINERS.columns]


def _rows() -> list[list[str]]:
    """Headers, and rows that show the form."""
    return [_heads(), *(list(each) for each in EXAMPLES)]


@require_GET
@only(rules.keep_stock)
def template_csv(request: HttpRequest) -> HttpResponse:
    """An empty list with two rows that show how it is filled in."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows())
    return HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="stock-list.csv"'},
    )


@require_GET
@only(rules.keep_stock)
def template_xlsx(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    book, out = Workbook(), io.BytesIO()
    for row in _rows():
        book.active.append(row)
    book.save(out)
    return HttpResponse(
        out.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": 'attachment; filename="stock-list.xlsx"'},
    )
