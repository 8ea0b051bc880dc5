"""How a refusal reaches people: in place for a part of a page, as a page of its own, or as a problem document."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from squaremile.core.problems import MEDIA_TYPE, problem
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
        return answer(request, error) if isinstance(error, SquaremileError) else None


