"""By which way a request came in. One answer for all who ask: it decides with whose rights the request runs.

Asked of `path_info`, by which the router chooses the page. `request.path` begins with whatever a proxy (or somebody who
pretends to be one) calls the product's place, and would let one page run with the rights of another.
"""

from django.conf import settings
from django.http import HttpRequest

FEEDS = "/feeds/"


def api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def feed(request: HttpRequest) -> bool:
    return request.path_info.startswith(FEEDS)


def static(request: HttpRequest) -> bool:
    return request.path_info.startswith("/static/")


def sign_in(request: HttpRequest) -> bool:
    """Pages of the sign-in library."""
    return request.path_info.startswith("/accounts/")


def door(request: HttpRequest) -> bool:
    """Pages of people outside who hold a key."""
    return request.path_info.startswith("/door/") and not request.path_info.startswith("/door/enter/")


def public(request: HttpRequest) -> bool:
    """The public site: the same for everybody, signed in or not."""
    return request.path_info.startswith("/public/")


def entrance(request: HttpRequest) -> bool:
    """Where somebody comes in before she is known: signing in, answering a letter, the demonstration's door."""
    return (
        sign_in(request)
        or request.path_info.startswith(("/invitation/", "/network/letter/", "/door/enter/"))
        or (settings.DEMO and request.path_info.startswith("/demo/"))
    )
