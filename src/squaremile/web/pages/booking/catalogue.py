"""The list of instruments, for everyone; adding and editing, for those who keep it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.booking import operations as booking
from squaremile.booking import rules, words
from squaremile.booking.reads import catalogue, keeping
from squaremile.core.reads.search import search
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.spaces.reads.sites import standing_places
from squaremile.web.pages.booking.equipment_form import EquipmentForm
from squaremile.web.pages.booking.feed import MOST_FOUND
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only, signed_in


class Filters(forms.Form):
    """Which instruments."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Room"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Now"), required=False)
    usable = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[("", gettext_lazy("All instruments")), ("1", gettext_lazy("Only what I can use"))],
    )

    def __init__(self, request: HttpRequest, listed: catalogue.Listed) -> None:
        super().__init__(request.GET or None, auto_id="filter-%s")
        every = [("", _("All"))]
        self.fields["kind"].choices = [*every, *listed.kinds]  # type: ignore[attr-defined]
        self.fields["place"].choices = [*every, *listed.places]  # type: ignore[attr-defined]
        self.fields["state"].choices = [*every, *words.NOW.items()]  # type: ignore[attr-defined]


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """All instruments with what they do now."""
    kind, place, state = (request.GET.get(name, "") for name in ("kind", "place", "state"))
    listed = catalogue.listed(kind=kind, place=place, state=state, can_use=bool(request.GET.get("usable")))
    text = request.GET.get("q", "").strip()
    rows = listed.rows
    if text:
        found = [hit.url for hit in search(text, kind="equipment", limit=MOST_FOUND)]
        rows = tuple(
            sorted((row for row in rows if _url(row.code) in found), key=lambda row: found.index(_url(row.code)))
        )
    return render(
        request,
        "booking/catalogue.html",
        {
            "rows": rows,
            "total": listed.total,
            "filters": Filters(request, listed),
            "text": text,
            "keeps": rules.keep_catalogue(require()),
        },
    )


def _url(code: str) -> str:
    return reverse("instrument", args=[code])


def _form(data: Any, *, new: bool, **more: Any) -> EquipmentForm:
    return EquipmentForm(
        data,
        kinds=keeping.kinds(),
        places=standing_places(),
        classes=keeping.classes(),
        new=new,
        rules=[(r.code, r.name) for r in keeping.rule_sets()],
        **more,
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def add(request: HttpRequest) -> HttpResponse:
    """A new instrument."""
    form = _form(request.POST if request.method == "POST" else None, new=True)
    if request.method == "GET" or not form.is_valid():
        return _shown(request, form, status=200 if request.method == "GET" else 422)
    made: list[str] = []
    refusal = tried(lambda: made.append(booking.add_equipment(**form.cleaned_data).code))
    if refusal:
        return _shown(request, form, refusal=refusal, status=refusal.status)
    return done(request, _("The instrument was added. It can be booked now."), reverse("instrument", args=made))


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """What there is to change of one."""
    record = keeping.record(code)
    form = _form(request.POST if request.method == "POST" else None, new=False, initial=record)
    if request.method == "GET" or not form.is_valid():
        return _shown(request, form, code, status=200 if request.method == "GET" else 422)
    refusal = tried(lambda: booking.edit_equipment(equipment=code, **form.cleaned_data))
    if refusal:
        return _shown(request, form, code, refusal=refusal, status=refusal.status)
    return done(request, _("Saved."), reverse("instrument", args=[code]))


@require_POST
@only(rules.keep_catalogue)
def link(request: HttpRequest, code: str) -> HttpResponse:
    """From now on another instrument is taken along."""
    refusal = tried(
        lambda: booking.link(equipment=code, needs=request.POST.get("needs", "")), already=(words.LINK_EXISTS,)
    )
    if refusal:
        form = _form(None, new=False, initial=keeping.record(code))
        return _shown(request, form, code, refusal=refusal, act="link", status=refusal.status)
    return done(request, _("Linked: booking it also takes the other."), reverse("equipment_edit", args=[code]))


def _shown(
    request: HttpRequest,
    form: EquipmentForm,
    code: str = "",
    *,
    refusal: SquaremileError | None = None,
    act: str = "edit",
    status: int = 200,
) -> HttpResponse:
    others = [(row.code, row.name) for row in catalogue.listed().rows if row.code != code] if code else []
    return render(
        request,
        "booking/equipment.html",
        {
            "form": form,
            "code": code,
            "refusal": refusal,
            "act": act,
            "others": others,
            "links": keeping.links(code) if code else [],
            "can_begin": bool(keeping.kinds() and standing_places()),
        },
        status=status,
    )
