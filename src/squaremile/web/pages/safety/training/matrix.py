"""The training matrix: people down, courses across; a company its own people, staff everybody, with a heat map above."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from squaremile.core import roles
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety.reads import training, training_heat
from squaremile.safety.reads.areas import today
from squaremile.safety.words import training as words
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.entry import only

look = roles.any_of(*parts.LOOKERS, roles.COMPANY_ADMIN)


class Filters(forms.Form):
    """Which people, which course, how they stand."""

    company = forms.ChoiceField(label=_("Company"), required=False)
    course = forms.ChoiceField(label=_("Course"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        everyone = [("", _("all"))]
        if require().has_role(*parts.LOOKERS):
            self.fields["company"].choices = [*everyone, *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]
        else:
            del self.fields["company"]
        self.fields["course"].choices = [*everyone, *((c.code, str(c.name)) for c in training.courses())]  # type: ignore[attr-defined]
        states = [("gap", _("lacks what the role asks for")), *((s, str(said)) for s, said in words.STATES.items())]
        self.fields["state"].choices = [*everyone, *states]  # type: ignore[attr-defined]


@require_GET
@only(look)
def page(request: HttpRequest) -> HttpResponse:
    """Row security decides whose rows there are: an admin of one company never sees another's people."""
    filters = Filters(request.GET, auto_id="filter-%s")
    said = filters.cleaned_data if filters.is_valid() else {}
    courses, rows = training.matrix(
        today(), company=said.get("company", ""), course=said.get("course", ""), state=said.get("state", "")
    )
    return render(request, "safety/training/matrix.html", parts.page(
        "training_matrix", filters=filters, courses=courses, rows=rows, figure={"courses": courses, "heat": training_heat.heat(courses, rows)},
        states=words.STATES.items(), asked=any(said.values()),
    ))  # fmt: skip
