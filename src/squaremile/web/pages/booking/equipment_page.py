"""An instrument's entry in the catalogue: added, edited, and what hangs on it, for those who keep it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.booking import operations as booking
from squaremile.booking import rules
from squaremile.booking.reads import catalogue, keeping
from squaremile.core import refs
from squaremile.core.reads import files
from squaremile.kernel.errors import SquaremileError
from squaremile.spaces.reads.sites import standing_places
from squaremile.web.pages.booking.equipment_form import EquipmentForm, ManualForm, PhotoForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Failed:
    """The act on this page that was refused: its form and its refusal go back beside it."""

    act: str = ""
    form: forms.Form | None = None
    refusal: SquaremileError | None = None

    @property
    def status(self) -> int:
        return self.refusal.status if self.refusal else 422 if self.act else 200


def _form(data: Any, *, new: bool, **more: Any) -> EquipmentForm:
    return EquipmentForm(
        data, kinds=keeping.kinds(), places=standing_places(), classes=keeping.classes(), new=new,
        rules=[(r.code, r.name) for r in keeping.rule_sets()], **more,
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def add(request: HttpRequest) -> HttpResponse:
    """A new instrument."""
    form = _form(request.POST if request.method == "POST" else None, new=True)
    if request.method == "GET":
        return shown(request, form)
    if not form.is_valid():
        return shown(request, form, failed=Failed("edit", form))
    made: list[str] = []
    refusal = tried(lambda: made.append(booking.add_equipment(**form.cleaned_data).code))
    if refusal:
        return shown(request, form, failed=Failed("edit", form, refusal))
    return done(request, _("The instrument was added. It can be booked now."), reverse("instrument", args=made))


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """What there is to change of one."""
    form = _form(request.POST if request.method == "POST" else None, new=False, initial=keeping.record(code))
    if request.method == "GET":
        return shown(request, form, code)
    if not form.is_valid():
        return shown(request, form, code, Failed("edit", form))
    refusal = tried(lambda: booking.edit_equipment(equipment=code, **form.cleaned_data))
    if refusal:
        return shown(request, form, code, Failed("edit", form, refusal))
    return done(request, _("Saved."), reverse("instrument", args=[code]))


def again(request: HttpRequest, code: str, failed: Failed) -> HttpResponse:
    """The page with what was refused beside its act; the entry itself as it is kept."""
    return shown(request, _form(None, new=False, initial=keeping.record(code)), code, failed)


def shown(request: HttpRequest, form: EquipmentForm, code: str = "", failed: Failed | None = None) -> HttpResponse:
    """The entry's form; of an entry that exists, also what hangs on it."""
    failed = failed or Failed()
    context: dict[str, Any] = {
        "form": form, "code": code, "refusal": failed.refusal, "act": failed.act,
        "can_begin": bool(form.fields["kind"].choices and form.fields["place"].choices),  # type: ignore[attr-defined]
    }
    return render(request, "booking/equipment.html", {**context, **_hanging(code, failed)} if code else context,
                  status=failed.status)


def _hanging(code: str, failed: Failed) -> dict[str, Any]:
    """Manuals, the photo, and what is taken along."""
    made: dict[str, forms.Form] = {"manual": ManualForm(), "photo": PhotoForm()}
    if failed.form is not None and failed.act in made:
        made[failed.act] = failed.form
    hangs = keeping.hanging(code)
    taken = {code, *(needed for needed, _name in hangs.links)}
    return {
        "forms": made,
        "links": hangs.links,
        "others": [(row.code, row.name) for row in catalogue.listed().rows if row.code not in taken],
        "manuals": [
            (refs.ref(MANUAL, m.id), m.title, files.url(m.file, str(m.title)) if m.file else m.url)
            for m in hangs.manuals
        ],
        "photo": files.url(hangs.photo, "photo") if hangs.photo else "",
    }
