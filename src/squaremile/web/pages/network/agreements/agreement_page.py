"""One agreement: what was agreed, what came of it, what is due, where it comes from. And its files."""

from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from squaremile.core.reads.codes import emails
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.policies.agreements import ENDED
from squaremile.network.reads import agreement, agreements
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_register)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For its parties' people, liaison staff and auditors all of it; for others its summary, if it is published."""
    crumbs = [(_("Agreements"), reverse("network_agreements"))]
    tabs = sections.tabs("network_agreements")
    try:
        shown = agreement.page(code)
    except Missing:
        summary = agreements.summary(code)
        if summary is None:
            raise
        return render(request, "network/agreements/summary.html", {
            "sections": tabs, "summary": summary, "crumbs": [*crumbs, (str(summary.title), "")],
        })
    asking = require()
    who = emails({shown.officer, *([shown.deputy] if shown.deputy else []), *(s.actor for s in shown.steps if s.actor)})
    steps = [(s, who.get(s.actor, "") if s.actor else "") for s in shown.steps]
    return render(request, "network/agreements/agreement.html", {
        "sections": tabs, "page": shown, "crumbs": [*crumbs, (str(shown.title), "")], "keeps": rules.liaise(asking),
        "reports": rules.report_promise(asking), "own": asking.organisations, "steps": steps,
        "officer": who.get(shown.officer, ""), "deputy": who.get(shown.deputy, "") if shown.deputy else "",
        "forward": [s for s in shown.next_steps if s not in (*ENDED, "renewed")],
        "over": shown.state in ENDED, "editable": shown.state in ("draft", "review"),
        "unsigned": shown.signed_on is None, "texts": [p for p in shown.papers if p.language],
        "evidence": [p for p in shown.papers if not p.language],
    })  # fmt: skip


@require_safe
@only(rules.see_register)
def paper(request: HttpRequest, code: str, paper: str) -> HttpResponse:
    """One file, downloaded; nothing in it runs."""
    file = agreement.paper(code, paper)
    response = FileResponse(file.path.open("rb"), as_attachment=True, filename=file.name, content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # A file is streamed, which only Django's stubs tell apart from other answers.
    return cast(HttpResponse, response)


@require_POST
@only(rules.liaise)
def remove_party(request: HttpRequest, code: str, party: str) -> HttpResponse:
    """Take a party out of a draft."""
    network.remove_party(agreement=code, party=party)
    return done(request, _("Removed. Its people no longer see this agreement."), reverse("agreement", args=[code]))


@require_POST
@only(rules.liaise)
def unpublish(request: HttpRequest, code: str) -> HttpResponse:
    """Hide the summary again."""
    network.unpublish_agreement(agreement=code)
    return done(request, _("The summary is hidden again."), reverse("agreement", args=[code]))
