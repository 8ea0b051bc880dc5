"""A company's life in residence on one page: how long it may stay, what it means to reach, what is to be put right."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.policies.notice import GROUNDS
from squaremile.residency.reads import companies, life
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

DAY = forms.DateInput(attrs={"type": "date"})


class MilestoneForm(forms.Form):
    """What is to be reached, by when."""

    title_ko = forms.CharField(label=gettext_lazy("Title in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200, required=False)
    due_on = forms.DateField(label=gettext_lazy("By"), widget=DAY)


class MoveInForm(forms.Form):
    """Since when, under which terms."""

    moved_in_on = forms.DateField(label=gettext_lazy("Moved in on"), widget=DAY)
    stay_terms = forms.ChoiceField(label=gettext_lazy("Terms of stay"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["stay_terms"].choices = life.terms()  # type: ignore[attr-defined]


class NoticeForm(forms.Form):
    """What is wrong, and until when it is to be put right."""

    ground = forms.ChoiceField(label=gettext_lazy("Ground"))
    says_ko = forms.CharField(
        label=gettext_lazy("What is wrong and what puts it right, in Korean"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    says_en = forms.CharField(
        label=gettext_lazy("The same in English"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    cure_on = forms.DateField(
        label=gettext_lazy("Until"), required=False, widget=DAY, help_text=gettext_lazy("Empty: the time that the ground gives.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (each.code, f"{each.label} ({each.cure_days})") for each in GROUNDS.values()
        ]


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff and the company's own people."""
    return _page(request, code)


@require_POST
@only(rules.propose)
def propose(request: HttpRequest, code: str) -> HttpResponse:
    """A milestone."""
    return _did(request, code, residency.propose_milestone, milestone_form=MilestoneForm(request.POST))


@require_POST
@only(rules.keep_companies)
def move_in(request: HttpRequest, code: str) -> HttpResponse:
    """The day of moving in."""
    return _did(request, code, residency.move_in, move_in_form=MoveInForm(request.POST))


@require_POST
@only(rules.give_notice)
def give_notice(request: HttpRequest, code: str) -> HttpResponse:
    """A notice to put something right."""
    return _did(request, code, residency.give_notice, notice_form=NoticeForm(request.POST))


def _did(request: HttpRequest, code: str, act: Callable[..., Any], **form: forms.Form) -> HttpResponse:
    companies.company(code)
    said = next(iter(form.values()))
    return sent(
        request, lambda: act(company=code, **said.cleaned_data), reverse("residency_company_life", args=[code]),
        partial(_page, request, code), **form,
    )


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    row, asking = companies.company(code), require()
    return render(request, "residency/life/company.html", {
        "row": row, "life": life.of(row.id), "sections": sections.tabs("residency"), "may_keep": rules.keep_companies(asking),
        "may_propose": rules.propose(asking), "may_notice": rules.give_notice(asking) and row.state == "resident",
        "milestone_form": MilestoneForm(), "move_in_form": MoveInForm(), "notice_form": NoticeForm(),
        "may_move_in": rules.keep_companies(asking) and row.state in ("admitted", "resident"), **more,
    }, status=status)
