"""The way in for every request: says who asks before any page or endpoint runs.

Pages run with the rights of the signed-in person (or of whom she acts for), the sign-in pages in the `auth`
system scope, API and feed addresses with their token's rights. One request is one transaction: what ends in an
error changes nothing.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from squaremile.core import ways_in
from squaremile.core.entering import Entered, enter_key, enter_person, enter_token
from squaremile.kernel import clock
from squaremile.kernel.scope import Scope, require, scope
from squaremile.kernel.words import language

DOOR = "door"
"""In the session: the hash of the key by which somebody outside came in."""
ACTING_FOR, ACTING_WHY, ACTING_SINCE = "acting_for", "acting_why", "acting_since"


def _bearer(request: HttpRequest) -> str:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" else ""


def _opened(request: HttpRequest) -> AbstractContextManager[Entered | Scope | None]:
    request_id = request.request_id  # type: ignore[attr-defined]  # given by TimingMiddleware
    if ways_in.api(request):
        return enter_token(_bearer(request), "api", request_id=request_id) if _bearer(request) else nullcontext()
    if ways_in.feed(request):
        secret = request.path_info.removeprefix(ways_in.FEEDS).partition("/")[0].removesuffix(".ics")
        return enter_token(secret, "feed", request_id=request_id)
    if ways_in.static(request):
        return nullcontext()
    if ways_in.public(request):
        return scope(Scope(system="public", request_id=request_id))
    if ways_in.door(request):
        return enter_key(request.session.get(DOOR, ""), request_id=request_id)
    known = request.session.get(SESSION_KEY)
    if ways_in.entrance(request):
        return scope(Scope(system="auth", actor=UUID(known) if known else None, request_id=request_id))
    if not known:
        return scope(Scope(request_id=request_id))
    if ACTING_FOR in request.session and _acted_long_enough(request):
        return scope(Scope(request_id=request_id))
    actor = UUID(request.session.get(ACTING_FOR, known))
    reason = request.session.get(ACTING_WHY, "")
    return enter_person(actor, operator=UUID(known), reason=reason, request_id=request_id)


def acting_until(request: HttpRequest) -> datetime:
    """When acting for somebody ends by itself."""
    return datetime.fromtimestamp(request.session.get(ACTING_SINCE, 0) + settings.ACTING_MINUTES * 60, UTC)


def _acted_long_enough(request: HttpRequest) -> bool:
    """Support is for a while: whoever forgot to stop is stopped."""
    return clock.now() >= acting_until(request)


class ScopeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = language.set("en" if (get_language() or "ko").startswith("en") else "ko")
        try:
            with _opened(request) as entered:
                request.entered = entered if isinstance(entered, Entered) else None  # type: ignore[attr-defined]
                response = self.get_response(request)
                api = ways_in.api(request)
                if entered is not None and response.status_code >= (400 if api else 500):
                    self._undo()
                return response
        finally:
            language.reset(said)

    @staticmethod
    def _undo() -> None:
        if transaction.get_connection().in_atomic_block:
            transaction.set_rollback(True)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """A session that outlived its password is signed out (the library's session hash)."""
        if ways_in.api(request) or ways_in.static(request) or ways_in.feed(request):
            return None
        if ways_in.door(request) or ways_in.public(request):
            return None
        if request.entered is None and ways_in.sign_in(request):  # type: ignore[attr-defined]
            return None  # the sign-in library asks for itself
        known = request.session.get(SESSION_KEY)
        ended = request.entered is None and require().system != "auth"  # type: ignore[attr-defined]
        if known and ended and ACTING_FOR in request.session:
            # The time or the right to act ended meanwhile: back to oneself, and nothing is done in her name.
            for key in (ACTING_FOR, ACTING_WHY, ACTING_SINCE):
                request.session.pop(key, None)
            messages.warning(request, _("You are yourself again: acting for another person has ended. Nothing was done."))
            return HttpResponseRedirect("/")
        if known and not request.user.is_authenticated:
            logout(request)
            return HttpResponseRedirect(request.path if request.method == "GET" else "/")
        return None
