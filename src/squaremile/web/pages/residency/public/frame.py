"""What every page of the public site shares: its parts, its caching, and how other sites frame it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_exempt

from squaremile.kernel.scope import Scope

READER = Scope(actor=UUID(int=0), system="public")
"""Somebody without a role or a company: row security shows what the whole cluster sees, and nothing of a company."""
SECONDS = 60
PARTS: tuple[tuple[str, str | Promise], ...] = (
    ("public", _("What there is")), ("public_prices", _("Prices")), ("public_equipment", _("Equipment")),
    ("public_calls", _("Calls")), ("public_tours", _("Tours and enquiries")), ("public_events", _("Events")),
    ("public_companies", _("Companies")),
)  # fmt: skip
View = Callable[..., HttpResponse]


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The parts that exist, as <c-tabs> takes them."""
    shown = []
    for name, label in PARTS:
        try:
            shown.append((str(label), reverse(name), name == current, None))
        except NoReverseMatch:
            continue
    return shown


def framed(view: View) -> View:
    """A page that may be kept for some minutes and framed by others; `?embed=1` shows it without head and foot."""

    @xframe_options_exempt
    @csp_replace({"frame-ancestors": settings.EMBED_ANCESTORS})  # type: ignore[arg-type]  # a view may take a code
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if request.method == "GET" and answer.status_code == 200:
            # Each page carries a token for the language switch: a browser may keep it, a proxy may not.
            patch_cache_control(answer, private=True, max_age=SECONDS)
            patch_vary_headers(answer, ("Cookie", "Accept-Language"))
        return answer

    return cast(View, page)
