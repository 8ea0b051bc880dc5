"""Doors of pages: who may open a page at all. What she may do there is each operation's own question."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from squaremile.core.words import DOOR_SHUT, SIGN_IN
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import Scope, require

View = Callable[..., HttpResponse]
Rule = Callable[[Scope], bool]


def signed_in(view: View) -> View:
    """Anyone who has signed in, with her own rights; others are led to the sign-in page and back."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if require().actor is None or require().system:
            raise Forbidden(SIGN_IN)
        return view(request, *args, **kwargs)

    return page


def by_key(*kinds: str) -> Callable[[View], View]:
    """People outside who came by a key of one of these kinds. Everybody else is told that the link has ended."""

    def door(view: View) -> View:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            asking = require()
            if asking.actor is not None or not asking.has_role(*kinds):
                raise Forbidden(DOOR_SHUT)
            return view(request, *args, **kwargs)

        return page

    return door


def only(rule: Rule) -> Callable[[View], View]:
    """Those whom `rule` lets in (the same rule that their operations ask); others are refused."""

    def door(view: View) -> View:
        @signed_in
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not rule(require()):
                raise Forbidden(NOT_ALLOWED)
            return view(request, *args, **kwargs)

        return page

    return door
