"""Rules of use: the sets, and one set's numbers, hours and shares."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.booking import operations as booking
from squaremile.booking import rules
from squaremile.booking.reads import keeping
from squaremile.web.pages.booking.rules_form import RulesForm, Shares, spans_text
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.keep_catalogue)
def index(request: HttpRequest) -> HttpResponse:
    """All sets."""
    return render(request, "booking/rules_list.html", {"sets": keeping.rule_sets()})


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def page(request: HttpRequest, code: str = "") -> HttpResponse:
    """One set, or a new one."""
    record = keeping.rules_record(code) if code else {}
    initial = {**record, **{f"hours_{day}": spans_text(spans) for day, spans in record.get("hours", {}).items()}}
    shares = [{**quota, "prime": spans_text([quota["prime"]])} for quota in record.get("quotas", ())]
    data = request.POST if request.method == "POST" else None
    form, rows = RulesForm(data, initial=initial), Shares(data, initial=shares, prefix="share")
    refusal = None
    if data is not None and form.is_valid() and rows.is_valid():
        asked = {**form.asked(), "quotas": rows.asked()}
        act = (lambda: booking.edit_rules(rules_of_use=code, **asked)) if code else (lambda: booking.add_rules(**asked))
        refusal = tried(act)
        if refusal is None:
            return done(request, _("Saved. Bookings already made stay as they are."), reverse("rules_list"))
    status = refusal.status if refusal else 200 if data is None else 422
    return render(request, "booking/rules.html", {
        "form": form, "shares": rows, "code": code, "refusal": refusal,
    }, status=status)
