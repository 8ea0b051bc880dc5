"""A page runs with the rights of the address the router chose, whatever a header says of the product's place."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.source import modules, name
from tests.confidential.asking import client_of
from tests.world import World

PREFIXES = ("/accounts", "/invitation", "/demo", "/api", "/static", "/feeds", "/x")
PAGES = ("/organisations/SAEBOM/", "/search/?q=sora", "/audit/", "/me/")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("page", PAGES)
def test_a_prefix_opens_nothing(world: World, prefix: str, page: str):
    client = client_of("hana")
    plain, prefixed = client.get(page), client.get(page, SCRIPT_NAME=prefix)
    assert prefixed.status_code == plain.status_code
    for secret in ("Saebom Therapeutics", "Sora Lee", "sora@example.org"):
        assert secret not in prefixed.content.decode()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_prefix_breaks_no_endpoint(world: World, prefix: str):
    assert Client().get("/api/v1/me", SCRIPT_NAME=prefix).status_code == 401


@pytest.mark.slow
def test_the_server_hears_no_place_from_a_header(own_database: str):
    from tests.server import running

    headers = {"Script_Name": "/accounts", "SCRIPT-NAME": "/accounts", "SCRIPT_NAME": "/accounts", "PATH_INFO": "/x"}
    with running(own_database, workers=1, threads=1) as server:
        plain = server.request("GET", "/api/v1/me")
        assert plain[0] == 401
        assert server.request("GET", "/api/v1/me", **headers) == plain


def test_the_place_is_asked_in_one_file_alone():
    """`request.path` begins with what a proxy calls our place: fit for links, never for rights."""
    found = [
        name(path) for path in modules()
        for sign in ("request.path.startswith", "request.path ==", "request.path !=", "request.path in", "path_info.startswith")
        if sign in path.read_text(encoding="utf-8") and path.name != "ways_in.py"
    ]
    assert found == []


def test_every_view_under_the_api_is_the_frameworks():
    """They are exempt from the form guard because a token is asked: a view of another kind would be refused there."""
    strange = [
        f"{prefix}{one.pattern}" for prefix, one in _views(get_resolver().url_patterns, "")
        if prefix.startswith("api/") and not _of_the_framework(one.callback)
    ]
    assert strange == []


def _of_the_framework(view) -> bool:
    return getattr(view, "func", view).__module__.startswith("ninja.")


def _views(found: list[URLPattern | URLResolver], prefix: str):
    for one in found:
        if isinstance(one, URLResolver):
            yield from _views(one.url_patterns, prefix + str(one.pattern))
        else:
            yield prefix, one
