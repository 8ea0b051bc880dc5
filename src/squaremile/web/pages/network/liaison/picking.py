"""Suggestions for the fields of the network's forms, as one types; and the field that asks for them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.views.decorators.http import require_GET

from squaremile.network import rules
from squaremile.network.reads.picking import picks
from squaremile.web.kit.picker import Picker
from squaremile.web.shell.entry import only

STAFFS = ("staff", "promiser", "interaction", "introduction")
"""Sorts that the forms of the liaison staff alone ask for."""


def field(what: str, label: str | Promise, **more: Any) -> Picker:
    """A field for one of the network's things."""
    more.setdefault("required", False)
    return Picker(what=what, label=label, address="network_pick", **more)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The options of one list: what was typed into the field that is named by `of`."""
    what, asked = request.GET.get("what", ""), request.GET.get(request.GET.get("of", "q"), "")
    if what in STAFFS:
        return only(rules.liaise)(_options)(request, what, asked)
    return _options(request, what, asked)


def _options(request: HttpRequest, what: str, asked: str) -> HttpResponse:
    found = picks(what, asked.replace("\x00", ""))
    return HttpResponse(format_html_join("", '<option value="{}">{}</option>', ((p.value, str(p.label)) for p in found)))
