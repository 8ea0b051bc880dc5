"""One steriliser: how its tests stand, starting a cycle, and the cycles that it ran."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import sterilisers
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Deed, do, shown
from squaremile.web.pages.stores.sterilisers.machines import TEST_HELP
from squaremile.web.shell.entry import only


class ProgramForm(forms.Form):
    program = forms.CharField(label=gettext_lazy("Program"), max_length=80)


class TestForm(forms.Form):
    """How often it is tested."""

    test_days = forms.IntegerField(label=gettext_lazy("Days between tests"), min_value=1, max_value=366, required=False, help_text=TEST_HELP)
    active = forms.BooleanField(label=gettext_lazy("It is in use"), required=False)


def deeds(row: sterilisers.SteriliserRow, runs: bool, program: str) -> tuple[Deed, ...]:
    """What those who run machines can do with it."""
    keep, code = rules.keep(require()), row.code
    return (
        Deed("start", _("Start a cycle"), _("Start the cycle"), lambda program: stores.start_cycle(steriliser=code, program=program), ProgramForm,
             keep and row.active and not runs, "primary", {"program": program}),
        Deed("set", _("How it is tested"), _("Save"), lambda **said: stores.set_steriliser(steriliser=code, **said), TestForm, keep,
             initial={"test_days": row.test_days, "active": row.active}),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.see_everyone)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row, ran = sterilisers.steriliser(code), sterilisers.cycles(steriliser=code)
    can = deeds(row, any(each.state == "running" for each in ran), ran[0].program if ran else "")
    sent = do(request, can, reverse("stores_steriliser", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/steriliser.html", {
        "row": row, "cycles": ran, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None,
        "sections": sections.tabs("stores_sterilisers"),
    }, status=sent.status if sent else 200)
