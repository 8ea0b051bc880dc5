"""One load: whether it may be collected, and what was measured of the cycle that it went through."""

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
from squaremile.stores.reads import loads, sterilisers
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Because, Deed, do, shown
from squaremile.web.shell.entry import only


class OutForm(forms.Form):
    handed_to = forms.CharField(label=gettext_lazy("Taken by"), max_length=120)


class AgainForm(forms.Form):
    sterile_cycle = forms.ChoiceField(label=gettext_lazy("Cycle"))


def deeds(row: loads.LoadRow) -> tuple[Deed, ...]:
    """What the reader can do with it in its state."""
    asking, code, kept = require(), row.code, row.state == "quarantined"
    keep = rules.keep(asking)
    running = [c for c in sterilisers.cycles(running=True) if c.code != row.cycle and c.machine_kind == row.machine_kind] if keep and kept else []
    return (
        Deed("out", _("Hand it out"), _("It is handed out"), lambda **said: stores.hand_out_load(sterile_load=code, **said), OutForm,
             keep and row.state == "ready", "primary"),
        Deed("again", _("Run it again"), _("It is in the cycle"), lambda **said: stores.rerun_load(sterile_load=code, **said), AgainForm,
             bool(running), "primary", choices={"sterile_cycle": [(c.code, f"{c.machine} · {c.program}") for c in running]}),
        Deed("release", _("Release it by decision"), _("Release the load"), lambda **said: stores.release_load(sterile_load=code, **said), Because,
             kept and rules.release_load(asking)),
        Deed("discard", _("Discard it"), _("It is thrown away"), lambda: stores.discard_load(sterile_load=code), open=keep and kept),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row = loads.load(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_load", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/load.html", {
        "row": row, "steps": loads.steps(code), "tests": loads.tests(row.cycle), "decided_by": loads.releaser(row), "deeds": shown(can, sent),
        "refusal": sent.refusal if sent else None, "staff": rules.see_everyone(require()), "sections": sections.tabs("stores_services"),
    }, status=sent.status if sent else 200)
