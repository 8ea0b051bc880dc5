"""One gas cylinder: where it is, what its content would do to the air there, and its next step."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import rules as safety_rules
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import cylinders
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Deed, do, shown
from squaremile.web.shell.entry import only


class RoomForm(forms.Form):
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)


class OffForm(forms.Form):
    place = forms.CharField(label=gettext_lazy("Code of the room it is carried to"), max_length=20, required=False)
    emptied = forms.BooleanField(label=gettext_lazy("It is empty"), required=False)


def deeds(row: cylinders.CylinderRow) -> tuple[Deed, ...]:
    """What those who keep the stores can do with it in its state."""
    keep, code = rules.keep(require()), row.code
    return (
        Deed("connect", _("Connect"), _("It is connected"), lambda place: stores.connect_cylinder(cylinder=code, place=place), RoomForm,
             keep and row.state == "stored", "primary", {"place": row.place}),
        Deed("disconnect", _("Disconnect"), _("It is disconnected"), lambda **said: stores.disconnect_cylinder(cylinder=code, **said), OffForm,
             keep and row.state == "connected", "primary"),
        Deed("return", _("Send it back to its owner"), _("It has gone back"), lambda: stores.return_cylinder(cylinder=code),
             open=keep and row.state in ("stored", "empty")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row, steps = cylinders.cylinder(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_cylinder", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/cylinder.html", {
        "row": row, "steps": steps, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None,
        "air": cylinders.in_the_air(row), "code_says": cylinders.by_the_code(row) if safety_rules.see_stock(require()) else [],
        "sections": sections.tabs("stores_cylinders"),
    }, status=sent.status if sent else 200)
