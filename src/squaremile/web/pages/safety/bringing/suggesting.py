"""Suggestions of substances, as one types."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.html import format_html_join
from django.views.decorators.http import require_GET

from squaremile.safety import rules
from squaremile.safety.reads import substances
from squaremile.web.kit.picker import PickerInput
from squaremile.web.shell.entry import only


def typed() -> PickerInput:
    """A field in which a substance is named, by hand or by the scanner."""
    made = PickerInput(reverse_lazy("safety_suggest"), "substance")
    made.attrs["data-scanner-target"] = "field"
    return made


@require_GET
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """The options of one field: what was typed into the field that is named by `of`."""
    asked = request.GET.get(request.GET.get("of", "substance"), "").replace("\x00", "")[:160]
    found = substances.suggestions(asked)
    return HttpResponse(format_html_join("", '<option value="{}">{}</option>', ((value, str(said)) for value, said in found)))
