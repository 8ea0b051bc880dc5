"""One incident: its clocks, who was in it, what was found out, what shall keep it from happening again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core import operations as core
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies import notices
from squaremile.safety.reads import incidents
from squaremile.safety.words.incidents import KINDS, PARTS
from squaremile.safety.words.inspections import SEVERITIES
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

Words = forms.Textarea(attrs={"rows": 3})


class ClassifyForm(forms.Form):
    """Of which kind it is, and whom the law wants told."""

    incident_kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    notice_clocks = forms.MultipleChoiceField(
        label=gettext_lazy("Whom the law wants told"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(c.code, f"{c.jurisdiction} · {c.label} ({c.certainty})") for c in notices.clocks().values()]
        self.fields["incident_kind"].choices = [(k, str(said)) for k, said in KINDS.items()]  # type: ignore[attr-defined]
        self.fields["notice_clocks"].choices = known  # type: ignore[attr-defined]


class NoticeForm(forms.Form):
    """That an authority was told."""

    notice_clock = forms.CharField(max_length=40, widget=forms.HiddenInput)
    authority_reference = forms.CharField(label=gettext_lazy("Reference number"), max_length=120, required=False)


class PersonForm(forms.Form):
    """Somebody who was in it."""

    incident_part = forms.ChoiceField(label=gettext_lazy("What part she had"))
    person_name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    harm = forms.CharField(label=gettext_lazy("Harm"), max_length=300, required=False)
    days_lost = forms.IntegerField(label=gettext_lazy("Days lost or of treatment"), min_value=0, max_value=9999, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["incident_part"].choices = [(p, str(said)) for p, said in PARTS.items() if p != "reporter"]  # type: ignore[attr-defined]


class InvestigateForm(forms.Form):
    """What was found out, and why it came to it."""

    found_out = forms.CharField(label=gettext_lazy("What was found out"), max_length=4000, required=False, widget=Words)
    root_causes = forms.CharField(label=gettext_lazy("Root causes, one a line"), max_length=4000, required=False, widget=Words)

    def clean_root_causes(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["root_causes"].splitlines() if line.strip()]


class CorrectForm(forms.Form):
    """What shall keep it from happening again."""

    what_to_correct = forms.CharField(label=gettext_lazy("What is corrected"), max_length=300)
    severity = forms.ChoiceField(label=gettext_lazy("Severity"))
    due_on = forms.DateField(label=gettext_lazy("To be mended by"), widget=forms.DateInput(attrs={"type": "date"}))
    responsible = forms.ChoiceField(label=gettext_lazy("Who mends it"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        companies = [("", _("Its own company, or the operator")), *((o.code, str(o.name)) for o in organisations())]
        self.fields["severity"].choices = [(s, str(said)) for s, said in SEVERITIES.items()]  # type: ignore[attr-defined]
        self.fields["responsible"].choices = companies  # type: ignore[attr-defined]


class PhotoForm(forms.Form):
    """A picture from a phone."""

    picture = forms.FileField(label=gettext_lazy("Photo"), widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}))
    shows = forms.CharField(label=gettext_lazy("What it shows"), max_length=300, required=False)


def add_photo(*, incident: str, picture: Any, shows: str, organisation: UUID | None) -> None:
    """Stored as the company's to which it happened, or the cluster's, and shut in the same step."""
    file = core.store_file(name=picture.name, content=picture.read(), organisation=organisation)
    safety.add_incident_photo(incident=incident, photo=file.id, shows=shows)


class CloseForm(forms.Form):
    """Nothing to fill in."""


ACTS: dict[str, tuple[type[forms.Form], Callable[..., Any]]] = {
    "classify": (ClassifyForm, safety.classify_incident), "notice": (NoticeForm, safety.record_notice),
    "person": (PersonForm, safety.name_incident_person), "investigate": (InvestigateForm, safety.investigate_incident),
    "correct": (CorrectForm, safety.require_correction), "close": (CloseForm, safety.close_incident),
}


@require_http_methods(["GET", "POST"])
@only(rules.see_incidents)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; an act is named by the button that was pressed."""
    found = incidents.incident(code)
    act = request.POST.get("act", "")
    if request.method == "POST" and act == "photo":
        photo = PhotoForm(request.POST, request.FILES)
        return sent(
            request, lambda: add_photo(incident=code, organisation=found.organisation, **photo.cleaned_data),
            reverse("safety_incident", args=[code]), lambda **more: _page(request, found, **more), photo_form=photo,
        )
    if request.method == "POST" and act in ACTS:
        kind, call = ACTS[act]
        form = kind(request.POST)
        return sent(
            request, lambda: call(incident=code, **form.cleaned_data), reverse("safety_incident", args=[code]),
            lambda **more: _page(request, found, **more), **{f"{act}_form": form},
        )
    return _page(request, found)


def _page(request: HttpRequest, found: incidents.IncidentPage, status: int = 200, **more: object) -> HttpResponse:
    asking, row = require(), found.row
    handles = rules.handle_incidents(asking)
    return render(request, "safety/incident.html", {
        "found": found, "row": row, "may_handle": handles, "may_name": rules.name_people(asking) and row.state != "closed",
        "classify_form": ClassifyForm(initial={"incident_kind": row.kind, "notice_clocks": [n.code for n in row.notices]}),
        "may_photograph": rules.photograph(asking), "photo_form": PhotoForm(),
        "person_form": PersonForm(), "correct_form": CorrectForm() if handles else None,
        "investigate_form": InvestigateForm(initial={"found_out": found.told, "root_causes": "\n".join(found.causes)}),
        "sections": sections.tabs("safety_incidents"), "crumbs": [(_("Incidents"), reverse("safety_incidents"))], **more,
    }, status=status)
