"""Tokens: the scope was opened by the way in (web/shell/scope.py); here only who came is asked."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from squaremile.core.entering import Entered
from squaremile.core.words import TOKEN_INVALID
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED


class NotEntered(Forbidden):
    """Nobody who is known came in."""

    status = 401


class Token(HttpBearer):
    """A person's API token in the header `Authorization: Bearer …`."""

    openapi_description = "A token of My settings. `read` is needed for GET, `write` for everything else."

    def __call__(self, request: HttpRequest) -> Entered:
        return self.authenticate(request, "")

    def authenticate(self, request: HttpRequest, token: str) -> Entered:
        """The secret was looked up by the way in; here is only who came with it."""
        entered: Entered | None = getattr(request, "entered", None)
        if entered is None:
            raise NotEntered(TOKEN_INVALID)
        if request.method in ("GET", "HEAD") and "read" not in entered.abilities:
            raise Forbidden(NOT_ALLOWED)
        return entered


def challenge(sent: bool) -> str:
    """The `WWW-Authenticate` header (RFC 6750 §3): a token that was sent and refused is named so."""
    return 'Bearer realm="squaremile"' + (', error="invalid_token"' if sent else "")
