"""Who fits: the list on a need's page, the same for a text that is no need yet, verdicts, and the blind mode."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.reads.organisations import organisation
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.policies.precision import DEPTHS
from squaremile.network.reads import blind, needs
from squaremile.network.reads.candidates import matches
from squaremile.network.reads.expert_teams import teams
from squaremile.network.words.needs import CANDIDATE_UNKNOWN, NEED_UNKNOWN, VERDICTS
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LONGEST = 4000


def words_of(need: needs.NeedRow) -> str:
    """The public part in both languages: the confidential part is never searched with."""
    return "\n".join(dict.fromkeys(part for part in (need.title.ko, need.title.en, need.says.ko, need.says.en) if part))


def panel(need: needs.NeedRow) -> dict[str, Any]:
    """What the need's page shows of its candidates."""
    home = organisation(need.organisation).id if need.organisation else None
    found = matches(words_of(need), need=need.id, organisation=home)
    declined = frozenset(each.found.who.code for each in found.declined)
    return {
        "matches": found, "team": teams(words_of(need), declined),
        "verdicts": [(verdict, str(label)) for verdict, label in VERDICTS.items()],
        "judged": [each for each in needs.verdicts(need.code) if not each.blind],
    }


@require_GET
@only(rules.look)
def text(request: HttpRequest) -> HttpResponse:
    """Candidates for a text that is no need yet; nothing is kept."""
    asked = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    own = list(require().organisations)
    found = matches(asked, organisation=own[0] if len(own) == 1 else None)
    return render(request, "network/needs/match.html", {
        "question": asked, "matches": found, "team": teams(asked), "may_ask": rules.ask_need(require()),
        "sections": sections.tabs("network"),
    })


@require_POST
@only(rules.ask_need)
def judge(request: HttpRequest, code: str) -> HttpResponse:
    """A verdict on one candidate; the list is ranked anew."""
    said = request.POST
    position = said.get("position", "")
    network.judge_match(
        need=code, subject=said.get("subject", ""), subject_code=said.get("subject_code", ""),
        verdict=said.get("verdict", ""), reason=said.get("reason", ""),
        position=int(position) if position.isascii() and position.isdecimal() and len(position) < 6 else 0,
    )
    return done(request, _("Noted. The list is ranked anew."), reverse("network_need", args=[code]) + "#candidates")


@require_http_methods(["GET", "POST"])
@only(rules.ask_need)
def blindly(request: HttpRequest, code: str) -> HttpResponse:
    """Candidates without names, to be judged by what they wrote; and how well the list did."""
    need = _open_book(code)
    refusal = None
    if request.method == "POST":
        refusal = tried(lambda: _judge_blind(need, request))
        if refusal is None:
            return done(request, _("Noted."), reverse("network_need_blind", args=[code]))
    judged = {v.subject_code: v.label for v in needs.verdicts(code) if v.blind and v.judged_by == require().actor}
    said = {blind.token(need, each): judged[each.found.who.code] for each in blind.pool(need)
            if each.found.who.code in judged}  # fmt: skip
    return render(request, "network/needs/blind.html", {
        "need": need, "rows": [(each, said.get(each.token)) for each in blind.nameless(need)], "refusal": refusal,
        "results": blind.results(code), "verdicts": [(v, str(VERDICTS[v])) for v in ("fits", "later", "not")],
        "depths": DEPTHS, "sections": sections.tabs("network_needs"),
        "crumbs": [(_("Needs"), reverse("network_needs")), (code, reverse("network_need", args=[code])), (_("Blind"), "")],
    }, status=refusal.status if refusal else 200)


@require_GET
@only(rules.look)
def blind_export(request: HttpRequest, code: str) -> HttpResponse:
    """The results as CSV."""
    _open_book(code)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{code}-blind.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([_("Judge"), "k", _("Fits"), _("Judged"), _("Precision")])
    for row in blind.results(code):
        name = str(row.judge)
        safe = f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
        writer.writerows(
            [safe, p.k, p.fits, p.judged, "" if p.share is None else f"{p.share:.3f}"] for p in row.depths
        )
    return response


def _judge_blind(need: needs.NeedRow, request: HttpRequest) -> None:
    wanted = request.POST.get("candidate", "")
    found = next((each for each in blind.pool(need) if blind.token(need, each) == wanted), None)
    if found is None:
        raise Invalid(CANDIDATE_UNKNOWN)
    network.judge_match(
        need=need.code, subject=found.subject, subject_code=found.found.who.code,
        verdict=request.POST.get("verdict", ""), blind=True, position=found.position,
    )


def _open_book(code: str) -> needs.NeedRow:
    """A need whose owner the asker sees; a listed one of somebody else's is none."""
    need = needs.need(code)
    if not need.open_book:
        raise Missing(NEED_UNKNOWN)
    return need
