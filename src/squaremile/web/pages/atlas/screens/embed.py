"""One chart alone, at an address that other sites may frame. The address holds a random code; those who keep the registry
make it, see all that there are, and withdraw them. After a year it is no more.

What it shows is what any member of the cluster sees once it is published: the view asks as a member without a role, so
that neither drafts nor anything of a company can be in it. It sets no cookie and takes no input. Only the chart asked for
is computed, once an hour in each process, whatever the number of visitors. Browsers and caches between may keep it for
five minutes and then ask again, by its tag: a chart that is withdrawn is gone from everywhere within that time.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.atlas import operations as atlas
from squaremile.atlas import rules
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies.shared import CHARTS
from squaremile.atlas.reads import shared
from squaremile.atlas.reads.shared import Shared
from squaremile.kernel import words
from squaremile.kernel.scope import Scope, scope
from squaremile.web.kit.charts import Chart
from squaremile.web.pages.atlas import sections
from squaremile.web.pages.atlas.screens.kept import Kept
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

HOUR = 3600
KEPT_ELSEWHERE = 300
"""Seconds: so long a chart may still be shown after it was withdrawn."""
MODULES = {screen: f"{screen}_page" for screen in CHARTS}
READER = Scope(actor=UUID(int=0))
"""A member without a role or a company: row security shows what is published and nothing else."""
kept: Kept[bytes] = Kept(seconds=HOUR, most=200, wait=5)


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def share(request: HttpRequest, screen: str, chart: str) -> HttpResponse:
    """Every chart that is shared; a POST shares this one, with the choices of the address."""
    if chart not in CHARTS.get(screen, ()):
        raise Http404
    said, refusal, here = request.GET.urlencode(), None, reverse("atlas_share", args=[screen, chart])
    if request.method == "POST":
        language = get_language() or "ko"
        refusal = tried(lambda: atlas.share_chart(screen=screen, chart=chart, choices=said, language=language))
        if refusal is None:
            return done(request, _("Shared: its address is the first below."), f"{here}?{said}")
    return render(request, "atlas/screens/share.html", {
        "sections": sections.tabs(f"atlas_{screen}"), "rows": [(one, *_lines(one)) for one in shared.shared()], "refusal": refusal,
        "back": f"{reverse(f'atlas_{screen}')}?{said}", "here": f"{here}?{said}", "screen": screen, "chart": chart,
    }, status=refusal.status if refusal else 200)


@require_POST
@only(rules.keep)
def withdraw(request: HttpRequest, shared_chart: str) -> HttpResponse:
    """Its address shows nothing any more."""
    row = atlas.withdraw_share(shared_chart=shared_chart)
    return done(request, _("The address was withdrawn."), reverse("atlas_share", args=[row.screen, row.chart]))


def _lines(one: Shared) -> tuple[str, str]:
    """The address, and the line to paste."""
    address = settings.PUBLIC_URL + reverse("atlas_embed", args=[one.code])
    return address, f'<iframe src="{address}" width="100%" height="560" loading="lazy" title="squaremile"></iframe>'


@require_GET
@xframe_options_exempt
@csp_replace({"frame-ancestors": settings.EMBED_ANCESTORS})  # type: ignore[arg-type]  # a view may take its address
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """The chart, with its table and source. A withdrawn or old address is told like one that never was."""
    with scope(READER):
        found = shared.one(secret)
        made = kept.get(secret, lambda: _made(request, found))
    if made is None:
        return HttpResponse(status=503, headers={"Retry-After": "10"})
    if not made:
        raise Http404
    tag = f'"{hashlib.sha256(made).hexdigest()[:32]}"'
    headers = {"Cache-Control": f"public, max-age={KEPT_ELSEWHERE}, must-revalidate", "ETag": tag}
    # What is unchanged is not sent again: the answer is then 304, with the same headers.
    return get_conditional_response(request, etag=tag, response=HttpResponse(made, headers=headers))  # type: ignore[return-value]


def _made(request: HttpRequest, found: Shared) -> bytes:
    """The page; nothing where there is no such chart of these choices, so that this too is asked once an hour."""
    builder = import_module(f"{__package__}.{MODULES[found.screen]}").one
    with translation.override(found.language), _spoken(found.language):
        try:
            chart: Chart | None = builder(QueryDict(found.choices), found.chart)
        except Unmeasurable:
            chart = None
        if chart is None:
            return b""
        return render(request, "atlas/screens/embed.html", {"chart": chart, "language": found.language}).content


@contextmanager
def _spoken(language: str) -> Iterator[None]:
    """Texts of the domains in that language, as the interface is."""
    token = words.language.set(language)
    try:
        yield
    finally:
        words.language.reset(token)
