"""What waits for liaison staff: claims to profiles, and pairs that may be the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import desk
from squaremile.network.words.profiles import DUPLICATE_STATES
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_desk)
def claims(request: HttpRequest) -> HttpResponse:
    """The oldest first."""
    return render(request, "network/directory/claims.html", {
        "sections": sections.tabs("network_directory"), "rows": desk.claims(), "decides": rules.liaise(require()),
        "crumbs": [(_("Directory"), reverse("network_directory")), (_("Claims to profiles"), "")],
    })


@require_POST
@only(rules.liaise)
def grant(request: HttpRequest, claim: str) -> HttpResponse:
    """It is she."""
    if refusal := tried(lambda: network.grant_claim(claim=claim, reason=request.POST.get("reason", "")[:300])):
        raise refusal
    return done(request, _("Confirmed. The profile is hers now."), reverse("network_claims"))


@require_POST
@only(rules.liaise)
def decline(request: HttpRequest, claim: str) -> HttpResponse:
    """It is not."""
    if refusal := tried(lambda: network.decline_claim(claim=claim, reason=request.POST.get("reason", "")[:300])):
        raise refusal
    return done(request, _("Declined."), reverse("network_claims"))


@require_GET
@only(rules.see_desk)
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs of people, or of organisations, by state, the likeliest first."""
    kind = "partner" if request.GET.get("kind") == "partner" else "person"
    state = request.GET.get("state", "open") if request.GET.get("state") in DUPLICATE_STATES else "open"
    here = reverse("network_duplicates")
    return render(request, "network/directory/duplicates.html", {
        "sections": sections.tabs("network_directory"), "rows": desk.pairs(kind, state), "kind": kind, "state": state,
        "decides": rules.liaise(require()), "address": "network_person" if kind == "person" else "network_partner",
        "crumbs": [(_("Directory"), reverse("network_directory")), (_("Possible duplicates"), "")],
        "kinds": [(_("People"), f"{here}?kind=person&state={state}", kind == "person", None),
                  (_("Organisations"), f"{here}?kind=partner&state={state}", kind == "partner", None)],
        "states": [(code, str(label), f"{here}?kind={kind}&state={code}") for code, label in DUPLICATE_STATES.items()],
    })


@require_POST
@only(rules.liaise)
def find(request: HttpRequest) -> HttpResponse:
    """Look for them now."""
    kind = "partner" if request.POST.get("kind") == "partner" else "person"
    made = network.find_duplicates(noun=kind)
    return done(request, _("New pairs: %(count)s") % {"count": len(made)}, f"{reverse('network_duplicates')}?kind={kind}")


@require_POST
@only(rules.liaise)
def merge(request: HttpRequest, pair: str) -> HttpResponse:
    """They are one; the toast takes it back."""
    row = network.merge_duplicate(pair=pair, keep=request.POST.get("keep", "")[:20])
    return done(request, _("Merged."), f"{reverse('network_duplicates')}?kind={row.kind}", undo=reverse("network_duplicate_undo", args=[pair]))


@require_POST
@only(rules.liaise)
def apart(request: HttpRequest, pair: str) -> HttpResponse:
    """They are two."""
    row = network.keep_apart(pair=pair)
    return done(request, _("Kept apart."), f"{reverse('network_duplicates')}?kind={row.kind}")


@require_POST
@only(rules.liaise)
def undo(request: HttpRequest, pair: str) -> HttpResponse:
    """Back to two, exactly as they were."""
    row = network.undo_merge(pair=pair)
    return done(request, _("Taken back. Both entries are as they were."), f"{reverse('network_duplicates')}?kind={row.kind}")
