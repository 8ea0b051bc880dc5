"""Every answer says what it cost: a request id to quote, the time it took, and how many statements it asked."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from squaremile.core import whence
from squaremile.kernel.ids import short_code


class _Count:
    """Counts the statements that pass through it."""

    __slots__ = ("n",)

    def __init__(self) -> None:
        self.n = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.n += 1
        return execute(sql, params, many, context)


class TimingMiddleware:
    """The outermost: what it measures is what the server takes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began, count = time.perf_counter(), _Count()
        request.request_id = short_code("RQ", 9)  # type: ignore[attr-defined]
        with connection.execute_wrapper(count), whence.coming_from(request.META.get("REMOTE_ADDR", "")):
            response = self.get_response(request)
        took = (time.perf_counter() - began) * 1000
        response["X-Request-Id"] = request.request_id  # type: ignore[attr-defined]
        response["Server-Timing"] = f'app;dur={took:.1f}, db;desc="{count.n}"'
        return response
