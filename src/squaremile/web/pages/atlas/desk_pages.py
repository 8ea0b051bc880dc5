"""How good the data are, what was brought in, and pairs that may be one organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.atlas import operations as atlas
from squaremile.atlas import rules
from squaremile.atlas.reads import desk
from squaremile.atlas.reads.quality import quality as read_quality
from squaremile.atlas.words.claims import PAIR_STATES
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_desk)
def quality(request: HttpRequest) -> HttpResponse:
    """A score for each source, and what somebody should look at."""
    return render(request, "atlas/quality.html", {"sections": sections.tabs("atlas_quality"), "page": read_quality()})


@require_GET
@only(rules.see_desk)
def imports(request: HttpRequest) -> HttpResponse:
    """Files that were brought in, the newest first."""
    return render(request, "atlas/imports.html", {"sections": sections.tabs("atlas_imports"), "rows": desk.batches()})


@require_GET
@only(rules.see_desk)
def import_report(request: HttpRequest, batch: str) -> HttpResponse:
    """What came of one file, and what somebody should look at."""
    found = desk.batch(batch)
    return render(request, "atlas/import.html", {
        "sections": sections.tabs("atlas_imports"), "page": found,
        "crumbs": [(_("Imports"), reverse("atlas_imports")), (found.file_name, "")],
    })


@require_GET
@only(rules.see_desk)
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs by state, the likeliest first."""
    state = request.GET.get("state", "open") if request.GET.get("state") in PAIR_STATES else "open"
    here = reverse("atlas_duplicates")
    return render(request, "atlas/duplicates.html", {
        "sections": sections.tabs("atlas_duplicates"), "rows": desk.pairs(state), "state": state, "decides": rules.decide(require()),
        "states": [(code, str(label), f"{here}?state={code}") for code, label in PAIR_STATES.items()],
    })


@require_POST
@only(rules.decide)
def find(request: HttpRequest) -> HttpResponse:
    """Look for them now."""
    made: list[int] = []
    if refusal := tried(lambda: made.append(len(atlas.find_duplicates()))):
        raise refusal
    return done(request, _("New pairs: %(count)s") % {"count": made[0]}, reverse("atlas_duplicates"))


@require_POST
@only(rules.decide)
def merge(request: HttpRequest, atlas_pair: str) -> HttpResponse:
    """They are one; the toast takes it back."""
    if refusal := tried(lambda: atlas.merge_organisations(pair=atlas_pair, keep=request.POST.get("keep", "")[:20])):
        raise refusal
    return done(request, _("Merged."), reverse("atlas_duplicates"), undo=reverse("atlas_duplicate_undo", args=[atlas_pair]))


@require_POST
@only(rules.decide)
def apart(request: HttpRequest, atlas_pair: str) -> HttpResponse:
    """They are two."""
    if refusal := tried(lambda: atlas.keep_organisations_apart(pair=atlas_pair)):
        raise refusal
    return done(request, _("Kept apart."), reverse("atlas_duplicates"))


@require_POST
@only(rules.decide)
def undo(request: HttpRequest, atlas_pair: str) -> HttpResponse:
    """Back to two, exactly as they were."""
    if refusal := tried(lambda: atlas.undo_merge(pair=atlas_pair)):
        raise refusal
    return done(request, _("Taken back. Both entries are as they were."), reverse("atlas_duplicates"))
