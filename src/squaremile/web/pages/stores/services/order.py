"""One request for a service: its answer, its loads, and what comes next."""

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
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Because, Deed, do, shown
from squaremile.web.shell.entry import only


class DoneForm(forms.Form):
    service_amount = forms.DecimalField(label=gettext_lazy("How much was done"), min_value=0, max_digits=8, decimal_places=2)


class LoadForm(forms.Form):
    """Into which cycle that runs now, and what it is."""

    sterile_cycle = forms.ChoiceField(label=gettext_lazy("Cycle"))
    load_says = forms.CharField(label=gettext_lazy("What the load is"), max_length=200)


def deeds(row: services.ServiceOrderRow) -> tuple[Deed, ...]:
    """What the reader can do with it in its state."""
    asking, code = require(), row.code
    keep, hers = rules.keep(asking), rules.take(asking) and row.organisation_id in asking.organisations
    running = sterilisers.cycles(running=True) if keep and row.state == "accepted" else []
    return (
        Deed("accept", _("Accept"), _("Accept"), lambda: stores.accept_service(service_order=code), look="primary",
             open=keep and row.state == "asked"),
        Deed("load", _("Into a cycle"), _("It is in the cycle"), lambda **said: stores.load_cycle(service_order=code, **said), LoadForm,
             bool(running), "primary", choices={"sterile_cycle": [(c.code, f"{c.machine} · {c.program}") for c in running]}),
        Deed("complete", _("Complete it"), _("It is done"), lambda **said: stores.complete_service(service_order=code, **said), DoneForm,
             keep and row.state == "accepted", "plain" if running else "primary", {"service_amount": row.amount.normalize()}),
        Deed("refuse", _("Refuse"), _("Refuse it"), lambda reason: stores.refuse_service(service_order=code, reason=reason), Because,
             keep and row.state in services.OPEN),
        Deed("cancel", _("Cancel"), _("Cancel it"), lambda: stores.cancel_service(service_order=code), open=hers and row.state in services.OPEN),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row, steps = services.order(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_service_order", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/service_order.html", {
        "row": row, "steps": steps, "loads": loads.of_order(code), "deeds": shown(can, sent), "refusal": sent.refusal if sent else None,
        "sections": sections.tabs("stores_services"),
    }, status=sent.status if sent else 200)
