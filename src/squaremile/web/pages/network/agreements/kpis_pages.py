"""The KPI board, and the same figures for everybody once they are published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.policies.kpis import SMALLEST_BASE
from squaremile.network.reads import kpis
from squaremile.network.reads.days import today
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements.promises_pages import asked_day
from squaremile.web.shell import tables
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_register)
def board(request: HttpRequest) -> HttpResponse:
    """For those who answer for them every KPI as of a day; for others what is published."""
    tabs = sections.tabs("network_kpis")
    if not rules.answer_for_promises(require()):
        return render(request, "network/agreements/kpis_published.html", {
            "sections": tabs, "publication": kpis.publication(), "least": SMALLEST_BASE,
        })
    lines = kpis.board(asked_day(request, "as_of", today()))
    if request.GET.get("export") in ("csv", "xlsx"):
        heads = [_("KPI"), _("Part"), _("Value"), _("Unit"), _("Base"), _("As of"), _("Definition"), _("Formula")]
        rows = [
            (line.kpi.name, v.of or "", v.value, v.unit, v.base, line.as_of, line.kpi.says, line.kpi.formula)
            for line in lines for v in line.values
        ]
        made = [tables.Sheet(_("KPIs"), heads, rows)]
        return (tables.as_xlsx if request.GET["export"] == "xlsx" else tables.as_csv)("kpis", made)
    return render(request, "network/agreements/kpis.html", {
        "sections": tabs, "lines": lines, "as_of": lines[0].as_of, "may_publish": rules.liaise(require()),
    })


@require_GET
def public(request: HttpRequest) -> HttpResponse:
    """Without sign-in: aggregates that were published, nothing else."""
    return render(request, "network/agreements/kpis_public.html", {
        "publication": kpis.publication(), "least": SMALLEST_BASE,
    })


@require_POST
@only(rules.liaise)
def publish(request: HttpRequest) -> HttpResponse:
    """Freeze today's public figures."""
    network.publish_figures()
    return done(request, _("Published. Everybody sees these figures now."), reverse("network_kpis"))
