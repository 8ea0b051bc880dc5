"""Door signs: what hangs where, what is out of date, printing them together, and what safety adds to a room's sign."""

from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies.door_signs import PROTECTION
from squaremile.safety.reads import door_signs, sign_sheets
from squaremile.spaces.reads import places
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import pdf

DAYS = 365


class CardForm(forms.Form):
    """What a room's sign adds, and who answers for the room."""

    protection = forms.MultipleChoiceField(
        label=gettext_lazy("Protection beside what follows from the hazards"), required=False, widget=forms.CheckboxSelectMultiple
    )
    says_ko = forms.CharField(label=gettext_lazy("What the sign adds, in Korean"), max_length=300, required=False)
    says_en = forms.CharField(label=gettext_lazy("What the sign adds, in English"), max_length=300, required=False)
    manager = forms.CharField(label=gettext_lazy("Who answers for the room"), max_length=80, required=False)
    manager_phone = forms.CharField(
        label=gettext_lazy("Telephone on the sign"), max_length=40, required=False,
        help_text=gettext_lazy("On screens only staff and companies that sit in the room see it."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["protection"].choices = [(code, str(said)) for code, said in PROTECTION.items()]  # type: ignore[attr-defined]


class PrintForm(forms.Form):
    """Which rooms, and for how long their signs hold."""

    sign_rooms = forms.MultipleChoiceField(label=gettext_lazy("Rooms"))
    sign_days = forms.IntegerField(label=gettext_lazy("Days for which they hold"), min_value=1, max_value=730, initial=DAYS)

    def __init__(self, *args: Any, rooms: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sign_rooms"].choices = rooms  # type: ignore[attr-defined]


@require_GET
@only(rules.see_signs)
def page(request: HttpRequest) -> HttpResponse:
    """Every room; for companies what hangs at its door."""
    return _page(request)


@require_POST
@only(rules.keep_signs)
def printing(request: HttpRequest) -> HttpResponse:
    """New signs of the rooms that were ticked, or of all that need one; then their sheets."""
    rows = door_signs.signs()
    given = request.POST.copy()
    if given.get("which") == "stale":
        given.setlist("sign_rooms", [row.room for row in rows if row.state != "current"])
    form = PrintForm(given, rooms=[(row.room, str(row.name)) for row in rows])
    if not form.is_valid():
        return _page(request, 422, print_form=form)
    refusal = tried(lambda: safety.print_door_signs(**form.cleaned_data))
    if refusal is not None:
        return _page(request, refusal.status, refusal=refusal, print_form=form)
    rooms = form.cleaned_data["sign_rooms"]
    return done(request, _("The signs are ready to print."), f"{reverse('safety_signs')}?{urlencode({'printed': rooms}, doseq=True)}")


@require_GET
@only(rules.see_everyone)
def sheets(request: HttpRequest) -> HttpResponse:
    """The newest signs as they were printed: of the rooms that are named, or all."""
    found = door_signs.printed_says(request.GET.getlist("room"))
    if not found:
        raise Missing(NOT_FOUND)
    address = settings.PUBLIC_URL + reverse("safety_room", args=["CODE"]).replace("CODE", "{code}")
    return pdf("door-signs.pdf", sign_sheets.pdf(found, address=address), Cache_Control="private, no-store")


@require_http_methods(["GET", "POST"])
@only(rules.keep_signs)
def card(request: HttpRequest, code: str) -> HttpResponse:
    """What the sign of a room adds."""
    room = places.find(code)
    kept, keeper = door_signs.card(room.id), door_signs.keeper(room.id) or ("", "")
    begun: dict[str, Any] = {"manager": keeper[0], "manager_phone": keeper[1]}
    if kept is not None:
        begun |= {"protection": kept.protection, "says_ko": kept.says_ko, "says_en": kept.says_en}
    form, refusal, back = CardForm(request.POST or None, initial=begun), None, reverse("safety_room", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(partial(safety.set_room_card, place=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("What the sign of a room adds"), _("Save"), back, section="safety_signs", lead=str(room.name))


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    rows, asking = door_signs.signs(), require()
    printed = [row for row in rows if row.room in set(request.GET.getlist("printed"))]
    return render(request, "safety/emergency/signs.html", {
        "rows": rows, "everyone": rules.see_everyone(asking), "may_print": rules.keep_signs(asking), "days": DAYS,
        "any_printed": any(row.state != "never" for row in rows),
        "needed": sum(row.state in ("outdated", "expired", "never") for row in rows), "printed": printed,
        "printed_query": urlencode({"room": [row.room for row in printed]}, doseq=True),
        "sections": sections.tabs("safety_signs"), **more,
    }, status=status)
