"""One application with everything that is weighed before review."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.policies.declaration import SAID, totals
from squaremile.residency.reads import companies, dossiers
from squaremile.residency.reads.hosting import hosted
from squaremile.residency.words import applications as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.entry import only

SHORT = forms.Textarea(attrs={"rows": 3})


class ScreenForm(forms.Form):
    """The checklist and what looks wrong."""

    checks = forms.MultipleChoiceField(label=_("Checked"), required=False, widget=forms.CheckboxSelectMultiple)
    flags = forms.CharField(label=_("Red flags"), max_length=2000, required=False, widget=SHORT)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "screen-%s", **more})
        self.fields["checks"].choices = [(key, str(said)) for key, said in words.CHECKS.items()]  # type: ignore[attr-defined]


class ReturnForm(forms.Form):
    """What is missing, and by when."""

    reason = forms.CharField(label=_("What is to be completed"), max_length=1000, widget=SHORT)
    until = forms.DateTimeField(label=_("Until"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "return-%s", **more})


class DeclineForm(forms.Form):
    """Why it is not taken, as the letter says it."""

    reasons = forms.CharField(label=_("Reasons, as the letter says them"), max_length=4000, widget=SHORT)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "decline-%s", **more})


class JudgeForm(forms.Form):
    """What safety says."""

    judgement = forms.ChoiceField(label=_("Verdict"))
    reasons = forms.CharField(label=_("Reasons"), max_length=2000, widget=SHORT)
    conditions = forms.CharField(label=_("Conditions"), max_length=2000, required=False, widget=SHORT)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "judge-%s", **more})
        self.fields["judgement"].choices = [(key, str(said)) for key, said in words.VERDICTS.items()]  # type: ignore[attr-defined]


class CompetitorForm(forms.Form):
    """A resident, and why it competes."""

    company = forms.ChoiceField(label=_("Resident"))
    reason = forms.CharField(label=_("Why"), max_length=500)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "competitor-%s", **more})
        here = companies.companies(states=("admitted", "resident"))
        self.fields["company"].choices = [(row.code, str(row.name)) for row in here]  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """What came of it."""

    settlement = forms.ChoiceField(label=_("Outcome"))
    reason = forms.CharField(label=_("What was said, by whom"), max_length=1000)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        settled = [(key, str(said)) for key, said in words.OUTCOMES.items() if key != "open"]
        self.fields["settlement"].choices = settled  # type: ignore[attr-defined]


@require_safe
@only(rules.see_applications)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For programme staff, safety and auditors."""
    return shown(request, code)


def shown(
    request: HttpRequest, code: str, *, refusal: SquaremileError | None = None, sent: dict[str, forms.Form] | None = None
) -> HttpResponse:
    """The page; with what was sent and refused, where it was."""
    found, asking = dossiers.dossier(code), require()
    may_screen, sees = rules.screen(asking), rules.see_competition(asking)
    made: dict[str, Any] = {"judge": JudgeForm() if rules.judge_safety(asking) else None}
    if may_screen:
        checks = [check.key for check in found.checks if check.holds]
        made |= {
            "screen": ScreenForm(initial={"checks": checks, "flags": found.flags}), "give_back": ReturnForm(),
            "competitor": CompetitorForm(),
            "settle": [(each, SettleForm(auto_id=f"settle-{each.code}-%s")) for each in found.findings],
        }
    sums = totals(found.declared.lines) if found.declared else {}
    before_review = found.paper.head.state in ("submitted", "screening", "returned")
    if before_review and rules.hold_reviews(asking):
        made["decline"] = DeclineForm()
    return render(request, "residency/desk/dossier.html", {
        "found": found, "paper": found.paper, "head": found.paper.head, "forms": {**made, **(sent or {})},
        "refusal": refusal, "may_screen": may_screen, "sees_competition": sees, "staff": True,
        "sums": [(SAID[kind], state, unit, number.normalize()) for (kind, state, unit), number in sums.items()],
        "hosting": hosted(found.declared),
        "may_except": rules.make_exceptions(asking), "before_review": before_review,
        "open_to_screen": found.paper.head.state in ("submitted", "screening"),
        "sections": sections.tabs("residency_desk"),
    }, status=refusal.status if refusal else 422 if sent else 200)
