"""One chart alone, at an address that other sites may frame. The address is signed: only staff who keep the registry can
make one, it names the chart and its choices, and after a year it is no more.

What it shows is what any member of the cluster sees once it is published: the view asks as a member without a role, so
that neither drafts nor anything of a company can be in it. It sets no cookie and takes no input.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.kernel import words
from squaremile.kernel.scope import Scope, scope
from squaremile.web.kit.charts import Chart
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.entry import only

SALT = "squaremile.atlas.embed"
YEAR = 365 * 24 * 3600
SCREENS = {
    "square": ("curve",), "compare": ("strengths", "ranks"), "opportunities": ("ahead",), "trends": ("lines",),
    "ties": ("web",),
}  # fmt: skip
READER = Scope(actor=UUID(int=0))
"""A member without a role or a company: row security shows what is published and nothing else."""


@require_GET
@only(rules.keep)
def share(request: HttpRequest, screen: str, chart: str) -> HttpResponse:
    """The address to be framed, and the line to paste."""
    if chart not in SCREENS.get(screen, ()):
        raise Http404
    secret = signing.dumps([screen, chart, request.GET.urlencode(), get_language() or "ko"], salt=SALT)
    address = settings.PUBLIC_URL + reverse("atlas_embed", args=[secret])
    return render(request, "atlas/screens/share.html", {
        "sections": sections.tabs(f"atlas_{screen}"), "address": address, "back": f"{reverse(f'atlas_{screen}')}?{request.GET.urlencode()}",
        "line": f'<iframe src="{address}" width="100%" height="560" loading="lazy" title="squaremile"></iframe>',
    })


@require_GET
@xframe_options_exempt
@csp_replace({"frame-ancestors": settings.EMBED_ANCESTORS})  # type: ignore[arg-type]  # a view may take its address
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """The chart, with its table and source. A wrong or old address is told like one that never was."""
    try:
        screen, name, query, language = signing.loads(secret, salt=SALT, max_age=YEAR)
    except (signing.BadSignature, ValueError):
        raise Http404 from None
    with translation.override(language), _spoken(language):
        chart = _chart(screen, name, query)
        return render(request, "atlas/screens/embed.html", {"chart": chart, "language": language})


@contextmanager
def _spoken(language: str) -> Iterator[None]:
    """Texts of the domains in that language, as the interface is."""
    token = words.language.set(language)
    try:
        yield
    finally:
        words.language.reset(token)


def _chart(screen: str, name: str, query: str) -> Chart:
    computed = import_module(f"{__package__}.{screen}_page").computed
    with scope(READER):
        found = computed(QueryDict(query)).get(name)
    if not isinstance(found, Chart):
        raise Http404
    return found
