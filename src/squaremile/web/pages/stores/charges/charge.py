"""One charge: what for, and its dispute."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import charges
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Because, Deed, do, shown
from squaremile.web.shell.entry import only


class AcceptForm(Because):
    """Why, and whether it is on its shelf again."""

    restock = forms.BooleanField(label=gettext_lazy("It is on its shelf again"), required=False)


def deeds(row: charges.ChargeRow) -> tuple[Deed, ...]:
    """What the reader can do with a charge: dispute her company's, or settle a dispute."""
    asking = require()
    hers = any(g.role == COMPANY_ADMIN and g.organisation == row.organisation_id for g in asking.grants)
    settles = rules.settle(asking) and row.state == "disputed"
    return (
        Deed("dispute", _("Dispute it"), _("Dispute the charge"), lambda reason: stores.dispute_charge(charge=row.code, reason=reason),
             Because, hers and row.disputable),
        Deed("accept", _("Accept the dispute"), _("Credit it"), lambda **s: stores.settle_dispute(charge=row.code, accept=True, **s),
             AcceptForm, settles, "primary"),
        Deed("reject", _("Reject the dispute"), _("Let it stand"), lambda reason: stores.settle_dispute(charge=row.code, accept=False, reason=reason),
             Because, settles),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row, steps = charges.charge(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_charge", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/charge.html", {
        "row": row, "steps": steps, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None,
        "sections": sections.tabs("stores_charges"),
    }, status=sent.status if sent else 200)
