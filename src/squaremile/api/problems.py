"""Every way an endpoint says no, as a problem document."""

import json

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from squaremile.api.auth import challenge
from squaremile.core.asked.complaints import complaint
from squaremile.core.problems import MEDIA_TYPE, heard, problem
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing, SquaremileError

RETRY_SECONDS = 2


def said(request: HttpRequest, error: SquaremileError) -> HttpResponse:
    """The refusal as an HTTP answer."""
    response = HttpResponse(
        json.dumps(problem(error), ensure_ascii=False), status=error.status, content_type=MEDIA_TYPE
    )
    if error.status == 401:
        response["WWW-Authenticate"] = challenge("Authorization" in request.headers)
    if error.status in (429, 503):
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """`loc` is (body | path | query | header, parameter, field …): the field is what the caller knows."""
    findings = [
        {**found, "loc": found["loc"][2:] if found["loc"][:1] == ("body",) else found["loc"][1:]}
        for found in error.errors
    ]
    return said(request, complaint(findings))


def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The framework refuses only what it cannot parse."""
    return said(request, complaint([{"loc": (), "type": "json_invalid"}]))


def _database(request: HttpRequest, error: DatabaseError) -> HttpResponse:
    refusal = heard(error)
    if refusal is None:
        raise error
    return said(request, refusal)


def listen(api: NinjaAPI) -> None:
    """Attach the handlers."""
    api.add_exception_handler(SquaremileError, said)  # type: ignore[arg-type]
    api.add_exception_handler(ValidationError, _invalid)  # type: ignore[arg-type]
    api.add_exception_handler(HttpError, _unreadable)  # type: ignore[arg-type]
    api.add_exception_handler(DatabaseError, _database)  # type: ignore[arg-type]
    api.add_exception_handler(Http404, lambda request, _: said(request, Missing(NOT_FOUND)))
