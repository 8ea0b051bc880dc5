"""Carrying out an inspection on a phone: item by item, with photos; the same form sent twice counts once."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.kernel.ids import uuid7
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import inspections
from squaremile.safety.words import inspections as words
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

PHOTO = "image/png,image/jpeg,image/webp"


class WholeForm(forms.Form):
    """What is said of the whole inspection."""

    diagnosis_grade = forms.TypedChoiceField(
        label=gettext_lazy("Grade of the diagnosis"), required=False, coerce=int, empty_value=None,
        choices=[("", "—"), *((n, str(n)) for n in range(1, 6))],
    )
    remark = forms.CharField(
        label=gettext_lazy("Remark"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


@require_http_methods(["GET", "POST"])
@only(rules.inspect)
def page(request: HttpRequest, inspection_list: str, inspected_room: str) -> HttpResponse:
    """The list as a form, or what was sent with it."""
    asked, room = inspections.list_of(inspection_list), inspections.room(inspected_room)
    token = request.POST.get("form_token", "")[:60] or uuid7().hex
    form, refusal = WholeForm(request.POST or None), None
    if asked.kind != "precise":
        del form.fields["diagnosis_grade"]
    if request.method == "POST" and form.is_valid():
        made: list[str] = []
        refusal = tried(lambda: made.append(_carried_out(request, asked, inspected_room, token, form)))
        if refusal is None:
            return done(request, _("The inspection is recorded."), reverse("safety_inspection", args=[made[-1]]))
    said = request.POST
    lines = [(one, said.get(f"said-{one.key}", ""), said.get(f"remark-{one.key}", "")) for one in asked.items]
    return render(request, "safety/inspect.html", {
        "asked": asked, "room": room, "lines": lines, "choices": [(key, str(word)) for key, word in words.SAID.items()],
        "form": form, "token": token, "refusal": refusal, "photo": PHOTO, "sections": sections.tabs("safety_inspections"),
        "crumbs": [(_("Inspections"), reverse("safety_inspections"))],
    }, status=refusal.status if refusal else 422 if form.errors else 200)


@transaction.atomic
def _carried_out(
    request: HttpRequest, asked: inspections.ListRow, room: str, token: str, form: WholeForm
) -> str:
    """The code of what it made, or had made before: then, as where it is refused, its photos are not kept once more."""
    said, photos = request.POST, {}
    for one in asked.items:
        upload = request.FILES.get(f"photo-{one.key}")
        if upload is not None:
            photos[one.key] = refs.ref("file", kept_photo(upload, inspections.photos_for(room)))
    made = safety.carry_out_inspection(
        inspection_list=asked.code, place=room, form_token=token, photos=photos,
        checked={one.key: said[f"said-{one.key}"] for one in asked.items if f"said-{one.key}" in said},
        remarks={one.key: said.get(f"remark-{one.key}", "") for one in asked.items},
        remark=form.cleaned_data["remark"], diagnosis_grade=form.cleaned_data.get("diagnosis_grade"),
    )
    if made.again and photos:
        transaction.set_rollback(True)
    return made.code


def kept_photo(upload: object, organisation: UUID | None) -> UUID:
    """A photo as a file of the company whose room it shows."""
    name, content = getattr(upload, "name", "") or "", upload.read()  # type: ignore[attr-defined]
    return core.store_file(name=name, content=content, organisation=organisation).id
