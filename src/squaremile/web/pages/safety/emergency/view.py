"""The emergency view: building, floor, room; the sheet for the fire service; and where things are shut off."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import emergency, emergency_copy, fire_sheet
from squaremile.safety.words.emergency import SHUT_OFFS
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import language_asked, pdf


class ShutOffForm(forms.Form):
    """What is shut off, in which building or room, and where it is found."""

    shut_off_kind = forms.ChoiceField(label=gettext_lazy("What"))
    place = forms.CharField(label=gettext_lazy("Code of the building, floor or room"), max_length=20)
    where_ko = forms.CharField(label=gettext_lazy("Where it is, in Korean"), max_length=200, required=False)
    where_en = forms.CharField(label=gettext_lazy("Where it is, in English"), max_length=200, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["shut_off_kind"].choices = [(kind, str(said)) for kind, said in SHUT_OFFS.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_emergency)
def page(request: HttpRequest) -> HttpResponse:
    """Everything that whoever goes in has to know."""
    return _page(request)


@require_POST
@only(rules.keep_signs)
def shut_off(request: HttpRequest) -> HttpResponse:
    """One more shut-off."""
    form = ShutOffForm(request.POST)
    return sent(request, lambda: safety.add_shut_off(**form.cleaned_data), reverse("safety_emergency"), partial(_page, request), shut_off_form=form)


@require_POST
@only(rules.keep_signs)
def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """It is there no more."""
    safety.give_up_shut_off(shut_off=code)
    return done(request, _("Saved."), reverse("safety_emergency"))


@require_GET
@only(rules.see_emergency)
def fire_service(request: HttpRequest) -> HttpResponse:
    """The sheet for the fire service, as of now."""
    language = language_asked(request)
    return pdf(f"fire-service-{language}.pdf", fire_sheet.pdf(language), Cache_Control="private, no-store")


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    may = rules.keep_signs(require())
    return render(request, "safety/emergency/view.html", {
        "house": emergency.view(), "copy": emergency_copy.last(), "may_keep": may, "shut_off_form": ShutOffForm() if may else None,
        "sections": sections.tabs("safety_emergency"), **more,
    }, status=status)
