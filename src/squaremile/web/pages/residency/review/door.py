"""A reviewer with her key: her list, one application at a time, and what she says to it."""

from typing import Any, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.residency import operations as residency
from squaremile.residency.reads import pitches, reviewed
from squaremile.residency.words import review as words
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import by_key


@require_safe
@by_key("reviewer")
def mine(request: HttpRequest) -> HttpResponse:
    """What was given to her."""
    return render(request, "residency/review/mine.html", {"lines": reviewed.mine(), "sits": pitches.sits()})


@require_http_methods(["GET", "HEAD", "POST"])
@by_key("reviewer")
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Answers and rubric. POST saves as she writes; with htmx only the line that says so comes back."""
    if request.method != "POST":
        return _page(request, code)
    refusal = _saved(request, code)
    if request.headers.get("HX-Request"):
        shown = {"sheet": reviewed.sheet(code), "refusal": refusal, "saved": refusal is None}
        return render(request, "residency/review/saved.html", shown, status=refusal.status if refusal else 200)
    if refusal is not None:
        return _page(request, code, refusal)
    return done(request, _("Saved."), reverse("door_review", args=[code]))


@require_safe
@by_key("reviewer")
def file(request: HttpRequest, code: str, file: str) -> HttpResponse:
    """A file that was handed in, always downloaded."""
    found = reviewed.attached(code, file)
    response = FileResponse(found.path.open("rb"), as_attachment=True, filename=found.name, content_type=found.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return cast(HttpResponse, response)


@require_POST
@by_key("reviewer")
def submit(request: HttpRequest, code: str) -> HttpResponse:
    """Save what the form holds, and hand it in."""
    refusal = _saved(request, code) or tried(lambda: residency.submit_review(review=code))
    if refusal is not None:
        return _page(request, code, refusal)
    following = reviewed.sheet(code).following
    to = reverse("door_review", args=[following]) if following else reverse("door_reviewer")
    return done(request, _("Your review is handed in."), to)


@require_POST
@by_key("reviewer")
def conflict(request: HttpRequest, code: str) -> HttpResponse:
    """She must not judge this one."""
    said = {"kind": request.POST.get("kind", ""), "why": request.POST.get("why", "")}
    refusal = tried(lambda: residency.declare_conflict(review=code, **said))
    if refusal is not None:
        return _page(request, code, refusal)
    return done(request, _("Thank you. Somebody else takes it over."), reverse("door_reviewer"))


def _saved(request: HttpRequest, code: str) -> SquaremileError | None:
    points: dict[str, Any] = {
        asked.criterion.key: int(given) if given.isdecimal() else given
        for asked in reviewed.sheet(code).asked if (given := request.POST.get(f"points-{asked.criterion.key}", ""))
    }
    version = request.POST.get("version", "")
    return tried(lambda: residency.save_review(
        review=code, points=points, comment=request.POST.get("comment", ""),
        version=int(version) if version.isdecimal() else None,
    ))


def _page(request: HttpRequest, code: str, refusal: SquaremileError | None = None) -> HttpResponse:
    return render(request, "residency/review/sheet.html", {
        "sheet": reviewed.sheet(code), "kinds": [(kind, words.KINDS[kind]) for kind in words.DECLARED], "refusal": refusal,
    }, status=refusal.status if refusal else 200)
