"""The training passport: issue it, carry it as a file or a square code, revoke it."""

import json

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import passports
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """One's own passports, the newest first; a button issues another."""
    refusal = None
    if request.method == "POST":
        refusal = tried(safety.issue_passport)
        if refusal is None:
            return done(request, _("The passport is issued."), reverse("training_passport"))
    return _page(request, refusal)


@require_GET
@signed_in
def file(request: HttpRequest, code: str) -> HttpResponse:
    """The signed file, to keep and to show; nobody's but one's own."""
    me = require().actor
    assert me is not None
    content = json.dumps(passports.document(code, me), ensure_ascii=False, indent=1)
    return HttpResponse(content, content_type="application/vc; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="training-passport-{code}.json"', "Cache-Control": "private, no-store",
    })


@require_POST
@signed_in
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """From now on the published list says so."""
    refusal = tried(lambda: safety.revoke_passport(passport_code=code, reason=request.POST.get("reason", "")))
    if refusal is None:
        return done(request, _("The passport is revoked."), reverse("training_passport"))
    return _page(request, refusal)


def _page(request: HttpRequest, refusal: object = None) -> HttpResponse:
    me = require().actor
    assert me is not None
    rows = passports.passports(me)
    current = next((row for row in rows if row.revoked_at is None), None)
    return render(request, "safety/training/passport.html", parts.page(
        "training_passport", rows=rows, current=current, square=_square(passports.document(current.code, me)) if current else "",
        may_issue=rules.learn(require()), refusal=refusal, trainings=passports.told(current.code, me) if current else [],
    ), status=getattr(refusal, "status", 200))  # fmt: skip


def _square(document: dict[str, object]) -> SafeString | str:
    """The whole file as a square code, which a camera reads without a network; empty where it is too long for one."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    try:
        return SafeString(segno.make(text, error="l", micro=False).svg_inline(scale=3, border=2, omitsize=True, dark="#10171c"))
    except segno.DataOverflowError:
        return ""
