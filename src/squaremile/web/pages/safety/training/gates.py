"""What training shuts: rooms and instruments to book, places to enter, classes of substances to bring in."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies import packs
from squaremile.safety.reads import courses, training
from squaremile.safety.words import stock as stock_words
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

FIELDS = {"instrument": "equipment", "place": "place", "access": "entering", "class": "hazard"}
"""Kind of need → parameter of the operation."""


class GateForm(forms.Form):
    """What needs which course."""

    course = forms.ChoiceField(label=_("Course"))
    kind = forms.ChoiceField(label=_("What it is needed for"), choices=[
        ("instrument", _("booking an instrument")), ("place", _("booking in a place")), ("access", _("a badge for a place")),
        ("class", _("bringing in a class of substances")),
    ])  # fmt: skip
    what = forms.CharField(
        label=_("Its code"), max_length=60, help_text=_("Of the instrument or place; or the class, such as flammable-IB.")
    )
    scheme = forms.ChoiceField(label=_("Scheme of the class"), required=False, help_text=_("For classes of substances alone."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        schemes = [*((c, str(packs.pack(c).title)) for c in packs.counting()), *((c, str(s)) for c, s in stock_words.SCHEMES.items())]
        self.fields["course"].choices = [(c.code, str(c.name)) for c in training.courses()]  # type: ignore[attr-defined]
        self.fields["scheme"].choices = [("", "—"), *schemes]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        said = self.cleaned_data
        scheme = said["scheme"] if said["kind"] == "class" else ""
        return {"course": said["course"], FIELDS[said["kind"]]: said["what"].strip(), "scheme": scheme}


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Everybody may know what is needed where; those who keep courses change it."""
    if request.method == "GET":
        return _page(request)
    if not rules.keep_courses(require()):
        raise Forbidden(NOT_ALLOWED)
    form = GateForm(request.POST)
    act = safety.end_course_need if request.POST.get("act") == "end" else safety.need_course
    return sent(
        request, lambda: act(**form.asked()), reverse("training_gates"), lambda **more: _page(request, **more), form=form
    )


def _page(request: HttpRequest, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None) -> HttpResponse:
    keeps = rules.keep_courses(require())
    return render(request, "safety/training/gates.html", parts.page(
        "training_gates", rows=[need for need in courses.needs() if need.needed_by != "role"],
        form=(form or GateForm()) if keeps else None, refusal=refusal,
    ), status=status)  # fmt: skip
