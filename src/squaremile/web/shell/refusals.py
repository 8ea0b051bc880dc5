"""How a refusal reaches people: in place for a part of a page, as a page of its own, or as a problem document."""

from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from squaremile.core.problems import MEDIA_TYPE, heard, problem
from squaremile.core.words import SIGN_IN
from squaremile.kernel.errors import SquaremileError


def wants_json(request: HttpRequest) -> bool:
    accept = request.headers.get("Accept", "")
    return "json" in accept and "html" not in accept


def answer(request: HttpRequest, error: SquaremileError) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(problem(error), status=error.status, content_type=MEDIA_TYPE)
    if error.code == SIGN_IN and not request.headers.get("HX-Request"):
        return redirect(f"{reverse('account_login')}?next={request.path}")
    template = "shell/refusal_part.html" if request.headers.get("HX-Request") else "shell/refusal.html"
    return render(request, template, {"refusal": error}, status=error.status)


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DatabaseError) and (refusal := heard(error)) is not None:
            # The transaction is broken: the answer is made without it, and nothing of it stays.
            transaction.set_rollback(True)
            if wants_json(request):
                return JsonResponse(problem(refusal), status=refusal.status, content_type=MEDIA_TYPE)
            return HttpResponse(str(refusal.text), status=refusal.status, content_type="text/plain; charset=utf-8")
        return answer(request, error) if isinstance(error, SquaremileError) else None


