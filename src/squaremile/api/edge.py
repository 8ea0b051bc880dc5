"""The edge of the API: what is refused before any endpoint runs is a problem document too."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from squaremile.api.problems import said
from squaremile.core.problems import MEDIA_TYPE
from squaremile.core.words import BAD_INPUT, METHOD_NOT_ALLOWED, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing, SquaremileError


class NotThatWay(SquaremileError):
    """The address exists; this method does not."""

    status = 405


_REFUSALS: dict[int, Callable[[], SquaremileError]] = {
    HTTPStatus.NOT_FOUND: lambda: Missing(NOT_FOUND),
    HTTPStatus.METHOD_NOT_ALLOWED: lambda: NotThatWay(METHOD_NOT_ALLOWED),
    HTTPStatus.BAD_REQUEST: lambda: Invalid(BAD_INPUT),
}


class EdgeMiddleware:
    """Unknown addresses and wrong methods under /api/ never reach an endpoint; here they learn its manners."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        refusal = _REFUSALS.get(response.status_code)
        if refusal is None or not request.path.startswith("/api/") or response["Content-Type"] == MEDIA_TYPE:
            return response
        problem = said(request, refusal())
        if allowed := response.get("Allow"):
            problem["Allow"] = allowed
        return problem
