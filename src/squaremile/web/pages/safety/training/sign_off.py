"""Sign-off: who waits for a trainer, and confirming what somebody did without a quiz."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from squaremile.core import refs
from squaremile.core.reads.people_directory import KIND, present
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import records, training
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class SignOffForm(forms.Form):
    """Who did which course, when."""

    person = forms.ChoiceField(label=_("Person"))
    course = forms.ChoiceField(label=_("Course"))
    completed_on = forms.DateField(
        label=_("Completed on"), required=False, widget=forms.DateInput(attrs={"type": "date"}), help_text=_("Empty: today.")
    )
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=0, max_value=10_000, required=False, help_text=_("Empty: as the course says.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = [(refs.ref(KIND, p.id), f"{p.name} · {p.company}" if p.company else str(p.name)) for p in present()]
        self.fields["person"].choices = [("", "—"), *people]  # type: ignore[attr-defined]
        self.fields["course"].choices = [("", "—"), *((c.code, f"{c.name} ({c.code})") for c in training.courses())]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.train)
def page(request: HttpRequest) -> HttpResponse:
    """Those who wait, each with a button; below it the form for everything else."""
    if request.method == "GET":
        return _page(request)
    form = SignOffForm(request.POST)
    return sent(request, lambda: _sign(form), reverse("training_sign_off"), lambda **more: _page(request, **more), form=form)


def _sign(form: SignOffForm) -> None:
    said = form.cleaned_data
    safety.sign_off_training(
        course=said["course"], person=refs.read(KIND, said["person"]), completed_on=said["completed_on"], minutes=said["minutes"]
    )


def _page(request: HttpRequest, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None) -> HttpResponse:
    return render(request, "safety/training/sign_off.html", parts.page(
        "training_sign_off", waiting=records.waiting(), form=form or SignOffForm(), refusal=refusal,
    ), status=status)  # fmt: skip
