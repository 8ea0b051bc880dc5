"""Licences and offers: the list (a company sees its own), lists of prices, and making an offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import licences
from squaremile.residency.reads.days import today
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.licences.forms import OfferForm, PricesForm
from squaremile.web.pages.residency.licences.spots import floors
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_licences)
def page(request: HttpRequest) -> HttpResponse:
    """Offers that wait, by their time; then every licence; with `?company=` those of one."""
    asking, rows = require(), licences.licences(company=request.GET.get("company", ""))
    waiting = sorted((row for row in rows if row.offer == "open" and row.until), key=lambda row: row.until or row.period.start)
    return render(request, "residency/licences/licences.html", {
        "offers": waiting, "rows": [row for row in rows if row.offer != "open"], "may_keep": rules.keep_licences(asking),
        "may_publish": rules.publish_prices(asking), "sections": sections.tabs("residency_licences"), "staff": asking.staff,
    })


@require_http_methods(["GET", "POST"])
@only(rules.see_licences)
def prices(request: HttpRequest) -> HttpResponse:
    """Every list that was published; POST publishes another."""
    form, refusal = PricesForm(request.POST or None), None
    may_publish = rules.publish_prices(require())
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.publish_prices(**form.said()))
        if refusal is None:
            return done(request, _("The list of prices is published."), reverse("residency_prices"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/licences/prices.html", {
        "rows": licences.prices(), "form": form, "refusal": refusal, "may_publish": may_publish,
        "in_force": licences.prices_in_force(today()), "sections": sections.tabs("residency_licences"),
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.keep_licences)
def offer(request: HttpRequest) -> HttpResponse:
    """Keep places for a company and offer it a licence."""
    form = OfferForm(request.POST or None, initial={"company": request.GET.get("company", "")}, excepts=rules.make_exceptions(require()))
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.make_offer(**form.said())))
        if refusal is None:
            return done(request, _("The places are kept and the offer is out."), reverse("residency_licence", args=[made[0].code]))
    return render(request, "residency/licences/offer.html", {
        "form": form, "refusal": refusal, "floors": floors(form["spots"].value() or ()),
        "sections": sections.tabs("residency_licences"), "crumbs": [(_("Licences"), reverse("residency_licences"))],
    }, status=refusal.status if refusal else 422 if form.is_bound and form.errors else 200)
