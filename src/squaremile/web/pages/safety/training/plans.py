"""Plans: what the holders of each role ought to have, and changing them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from squaremile.core.roles import ROLES
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import courses, training
from squaremile.web.pages.safety.training import parts
from squaremile.web.pages.safety.training.matrix import look
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class PlanForm(forms.Form):
    """A course for a role."""

    role = forms.ChoiceField(label=_("Role"))
    course = forms.ChoiceField(label=_("Course"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["role"].choices = [(r.code, str(r.label)) for r in ROLES.values()]  # type: ignore[attr-defined]
        self.fields["course"].choices = [(c.code, str(c.name)) for c in training.courses()]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(look)
def page(request: HttpRequest) -> HttpResponse:
    """Everybody who may look sees the plans; those who keep courses change them."""
    if request.method == "GET":
        return _page(request)
    if not rules.keep_courses(require()):
        raise Forbidden(NOT_ALLOWED)
    form = PlanForm(request.POST)
    act = safety.end_course_need if request.POST.get("act") == "end" else safety.need_course
    return sent(
        request, lambda: act(**form.cleaned_data), reverse("training_plans"), lambda **more: _page(request, **more), form=form
    )


def _page(request: HttpRequest, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None) -> HttpResponse:
    keeps = rules.keep_courses(require())
    return render(request, "safety/training/plans.html", parts.page(
        "training_plans", plans=courses.plans(), form=(form or PlanForm()) if keeps else None, refusal=refusal,
    ), status=status)  # fmt: skip
