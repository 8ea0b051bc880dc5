"""Screens that compute are loaded when somebody first opens them: a worker that shows none never loads their kernels."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse


def late(module: str, name: str = "page") -> Callable[..., HttpResponse]:
    """The view of that module of this package."""

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found: HttpResponse = getattr(import_module(f"{__package__}.{module}"), name)(request, *args, **kwargs)
        return found

    return view
