"""One finding: who mends it until when, what was done, and whether somebody else found it good."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import findings
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.inspections.findings import DAY
from squaremile.web.pages.safety.inspections.inspecting import PHOTO, kept_photo
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class MendForm(forms.Form):
    """What was done, with evidence."""

    what_was_done = forms.CharField(
        label=gettext_lazy("What was done"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    photo = forms.FileField(
        label=gettext_lazy("Photo"), required=False, widget=forms.ClearableFileInput(attrs={"accept": PHOTO, "capture": "environment"})
    )


class VerifyForm(forms.Form):
    """Good, or not yet."""

    approve = forms.ChoiceField(label=gettext_lazy("Looked at"), choices=[("yes", gettext_lazy("It is good")), ("no", gettext_lazy("Not yet"))])
    remark = forms.CharField(label=gettext_lazy("Remark"), max_length=500, required=False)


class AssignForm(forms.Form):
    """Until when, and by whom."""

    responsible = forms.ChoiceField(label=gettext_lazy("Who mends it"), required=False)
    due_on = forms.DateField(label=gettext_lazy("To be mended by"), required=False, widget=DAY)

    def __init__(self, page: findings.FindingPage, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        own = page.row.company
        companies = [(o.code, str(o.name)) for o in organisations() if own is None or o.name == own]
        self.fields["responsible"].choices = [("", _("The operator")), *companies]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_inspections)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it, with what the asker may do about it."""
    return _page(request, code)


@require_POST
@only(rules.mend)
def mend(request: HttpRequest, code: str) -> HttpResponse:
    """What was done."""
    found, form = findings.finding(code), MendForm(request.POST, request.FILES)

    def act() -> None:
        photo = _photo(form.cleaned_data["photo"], found.photo_owner)
        safety.mend_finding(safety_finding=code, what_was_done=form.cleaned_data["what_was_done"], photo=photo)

    return sent(request, act, reverse("safety_finding", args=[code]), partial(_page, request, code), mend_form=form)


@require_POST
@only(rules.verify_mending)
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody else has looked."""
    findings.finding(code)
    form = VerifyForm(request.POST)
    return sent(
        request, lambda: safety.verify_mending(
            safety_finding=code, approve=form.cleaned_data["approve"] == "yes", remark=form.cleaned_data["remark"]
        ), reverse("safety_finding", args=[code]), partial(_page, request, code), verify_form=form,
    )  # fmt: skip


@require_POST
@only(rules.verify_mending)
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """Who mends it, and until when."""
    form = AssignForm(findings.finding(code), request.POST)
    return sent(
        request, lambda: safety.assign_finding(safety_finding=code, **form.cleaned_data), reverse("safety_finding", args=[code]),
        partial(_page, request, code), assign_form=form,
    )


def _photo(upload: Any, owner: UUID | None) -> UUID | None:
    return kept_photo(upload, owner) if upload else None


def _page(request: HttpRequest, code: str, status: int = 200, **more: object) -> HttpResponse:
    found, asking = findings.finding(code), require()
    staff, state = rules.verify_mending(asking), found.row.state
    return render(request, "safety/finding.html", {
        "found": found, "row": found.row, "may_mend": found.hers and rules.mend(asking) and state == "open",
        "may_verify": staff and state == "mended", "may_assign": staff and state != "closed",
        "mend_form": MendForm(), "verify_form": VerifyForm(),
        "assign_form": AssignForm(found, initial={"due_on": found.row.due_on}) if staff else None,
        "sections": sections.tabs("safety_findings"), "crumbs": [(_("Findings"), reverse("safety_findings"))], **more,
    }, status=status)
