"""The edge of the API: what goes wrong before or around an endpoint is a problem document too."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from squaremile.api import uploads
from squaremile.api.problems import said
from squaremile.core import ways_in
from squaremile.core.problems import MEDIA_TYPE
from squaremile.core.words import BAD_INPUT, FAULT, METHOD_NOT_ALLOWED, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing, SquaremileError
from squaremile.kernel.words import language

NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"
"""What the API answers is data: a browser that shows it may load and run nothing."""


class NotThatWay(SquaremileError):
    """The address exists; this method does not."""

    status = 405


class Fault(SquaremileError):
    """A fault of ours. The request's number leads to it in the log."""

    status = 500


def _refusal(request: HttpRequest, status: int) -> SquaremileError | None:
    if status == 404:
        return Missing(NOT_FOUND)
    if status == 405:
        return NotThatWay(METHOD_NOT_ALLOWED)
    if status == 400:
        return Invalid(BAD_INPUT)
    if status >= 500:
        return Fault(FAULT, {"request": request.request_id})  # type: ignore[attr-defined]
    return None


class EdgeMiddleware:
    """Unknown addresses, wrong methods and faults under /api/ learn the manners of its endpoints here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not ways_in.api(request):
            return response
        if response.get("Content-Type") != MEDIA_TYPE:
            response = self._mannerly(request, response)
        if response.get("Content-Type", "").startswith("application/"):
            response["Content-Security-Policy"] = NOTHING_RUNS
        return response

    @staticmethod
    def _mannerly(request: HttpRequest, response: HttpResponse) -> HttpResponse:
        refusal = _refusal(request, response.status_code)
        if refusal is None:
            return response
        spoken = language.set("en" if (get_language() or "ko").startswith("en") else "ko")
        try:
            problem = said(request, refusal)
        finally:
            language.reset(spoken)
        if allowed := response.get("Allow"):
            problem["Allow"] = allowed
        return problem

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Who asks is known by now: the way in comes after this in the settings."""
        refusal = uploads.take_in(request)
        return said(request, refusal) if refusal else None
