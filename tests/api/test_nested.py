"""Addresses are parted by their first pieces: none is lost, none leads elsewhere."""

from django.urls import URLResolver, resolve
from ninja import NinjaAPI

from squaremile.api.v1.build import api
from squaremile.api.v1.nested import nested
from tests.confidential.addresses import _walk


def test_the_addresses_and_where_they_lead_are_those_of_the_framework():
    flat, *_names = NinjaAPI.urls.fget(api)
    plain = sorted((str(one.pattern), one.name or "", id(one.callback)) for one in flat)
    assert sorted(_leaves(nested(flat), "")) == plain
    assert sorted(_walk(api.urls[0], "")) == sorted((address, name) for address, name, _view in plain)


def test_a_request_is_held_against_few_addresses():
    found = resolve("/api/v1/safety/can-bring")
    assert (found.url_name, found.namespaces, found.route) == ("safety_ask_to_bring", ["api-v1"], "api/v1/safety/can-bring")
    assert len(found.tried or ()) < 120


def test_where_a_first_piece_may_be_anything_the_order_stays():
    flat, *_names = NinjaAPI.urls.fget(api)
    some = [one for one in flat if str(one.pattern).startswith("safety/containers")]
    anything = [type(one)(type(one.pattern)("<code>/x", is_endpoint=True), one.callback) for one in some[:1]]
    assert nested([*some, *anything]) == [*some, *anything]


def _leaves(found, prefix):
    for one in found:
        if isinstance(one, URLResolver):
            yield from _leaves(one.url_patterns, prefix + str(one.pattern))
        else:
            yield prefix + str(one.pattern), one.name or "", id(one.callback)
