"""One cycle: what is in it, what was measured, its indicators, and how it ended."""

from typing import Any

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
from squaremile.stores.reads import loads, services, sterilisers
from squaremile.stores.words import services as words
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Deed, do, shown
from squaremile.web.shell.entry import only


class LoadForm(forms.Form):
    """Of which request, and what it is."""

    service_order = forms.ChoiceField(label=gettext_lazy("Request"))
    load_says = forms.CharField(label=gettext_lazy("What the load is"), max_length=200)


class AgainForm(forms.Form):
    sterile_load = forms.ChoiceField(label=gettext_lazy("Load"))


class EndForm(forms.Form):
    """What the printout says."""

    passed = forms.TypedChoiceField(label=gettext_lazy("Result"), coerce=lambda said: said == "yes")
    celsius = forms.DecimalField(label=gettext_lazy("Lowest temperature during the hold, °C"), max_digits=5, decimal_places=1, required=False)
    minutes_held = forms.DecimalField(label=gettext_lazy("Minutes held"), max_digits=6, decimal_places=1, required=False)
    kilopascal = forms.DecimalField(label=gettext_lazy("Pressure above the air's, kPa"), max_digits=6, decimal_places=1, required=False)
    chemical = forms.ChoiceField(label=gettext_lazy("Chemical indicator"))
    reason = forms.CharField(label=gettext_lazy("Why it failed"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        results = [("yes", str(words.CYCLE_STATES["passed"])), ("no", str(words.CYCLE_STATES["failed"]))]
        self.fields["passed"].choices = results  # type: ignore[attr-defined]
        self.fields["chemical"].choices = [(c, str(said)) for c, said in words.CHEMICAL.items() if c]  # type: ignore[attr-defined]


class LotForm(forms.Form):
    indicator_lot = forms.CharField(label=gettext_lazy("Lot number of the indicator"), max_length=60)


class ReadForm(forms.Form):
    """What is seen after the incubation."""

    indicator = forms.ChoiceField(label=gettext_lazy("Biological indicator"))
    grew = forms.BooleanField(label=gettext_lazy("The indicator from the cycle grew (positive)"), required=False)
    control_grew = forms.BooleanField(label=gettext_lazy("The positive control grew, as it must"), required=False)


def deeds(row: sterilisers.CycleRow) -> tuple[Deed, ...]:
    """What those who run machines, or read tests, can do with it in its state."""
    asking, code, runs = require(), row.code, row.state == "running"
    keep, tests = rules.keep(asking), rules.read_test(asking)
    orders = [(o.code, f"{o.company} · {o.service_name} · {o.code}") for o in services.orders(waiting=True) if o.state == "accepted"] if runs else []
    back = [x for x in loads.loads() if x.state == "quarantined" and x.cycle != code and x.machine_kind == row.machine_kind] if runs else []
    kept = [(x.code, f"{x.company} · {x.what}") for x in back]
    waiting = [(i.code, f"{i.lot} · {i.code}") for i in row.indicators if i.state == "incubating"]
    return (
        Deed("load", _("Put a load in"), _("It is in the cycle"), lambda **said: stores.load_cycle(sterile_cycle=code, **said), LoadForm,
             keep and runs and bool(orders), choices={"service_order": orders}),
        Deed("again", _("Run a load again"), _("It is in the cycle"), lambda **said: stores.rerun_load(sterile_cycle=code, **said), AgainForm,
             keep and runs and bool(kept), choices={"sterile_load": kept}),
        Deed("end", _("End the cycle"), _("It has ended so"), lambda **said: stores.end_cycle(sterile_cycle=code, **said), EndForm, keep and runs,
             "primary"),
        Deed("incubate", _("Incubate a biological indicator"), _("It incubates"),
             lambda **said: stores.incubate_indicator(sterile_cycle=code, **said), LotForm, tests and row.state != "failed"),
        Deed("read", _("Read a biological indicator"), _("That is what is seen"), lambda **said: stores.read_indicator(**said), ReadForm,
             tests and bool(waiting), "plain" if runs else "primary", choices={"indicator": waiting}),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.see_everyone)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row = sterilisers.cycle(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_cycle", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/cycle.html", {
        "row": row, "loads": loads.of_cycle(code), "run_by": sterilisers.runner(row), "deeds": shown(can, sent),
        "refusal": sent.refusal if sent else None, "sections": sections.tabs("stores_sterilisers"),
    }, status=sent.status if sent else 200)
