"""Whatever a person can do, a program can: every operation has one endpoint, or a reason why not."""

import re
from collections.abc import Iterator

import pytest
from ninja import Schema

from squaremile.api.v1.build import ENDPOINTS, api
from squaremile.core.asked.known import KNOWN
from squaremile.core.roles import System
from squaremile.kernel.operation import registry

NOT_FOR_PROGRAMS = {
    "core.act_for": "belongs to a session in a browser",
    "core.stop_acting": "belongs to a session in a browser",
    "core.create_token": "a token that could make tokens would outlive its own revocation",
    "core.remember_external": "the memory of an import on the server: it speaks in keys, which are never shown",
    "booking.record_reservations": "the bulk form of booking.record_reservation, for imports on the server",
    "metering.record_usages": "the bulk form of metering.record_usage, for imports on the server",
    **dict.fromkeys(
        ("atlas.import_facts", "atlas.import_organisations", "atlas.import_regions", "atlas.import_ties", "atlas.keep_batch"),
        "whole files come in on the server, where they are looked at first",
    ),
    "residency.look_at_profile": "done by a sponsor who came with a door key, in a browser",
    "metering.record_usage": "written by the act that used something; by hand it could take an act's origin",
}


def for_programs():
    return {name for name, operation in registry.items() if not isinstance(operation.may, System)}


def test_every_operation_has_an_endpoint():
    assert {e.operation.name for e in ENDPOINTS} == for_programs() - set(NOT_FOR_PROGRAMS)


def test_no_operation_has_two():
    names = [e.operation.name for e in ENDPOINTS]
    assert sorted(names) == sorted(set(names))


def test_no_address_is_taken_twice():
    """Places named otherwise make the same address: the framework would serve the first alone."""
    seen: dict[str, str] = {}
    for path in api.get_openapi_schema()["paths"]:
        shape = re.sub(r"{\w+}", "{}", path)
        assert seen.setdefault(shape, path) == path


def test_no_name_of_an_answer_is_taken_twice():
    """A description knows an answer by its class's name alone: the second of a name would be described as the first."""

    def kinds(of: type[Schema]) -> Iterator[type[Schema]]:
        for kind in of.__subclasses__():
            yield kind
            yield from kinds(kind)

    seen: dict[str, str] = {}
    for kind in kinds(Schema):
        if kind.__module__.startswith("squaremile."):
            assert seen.setdefault(kind.__name__, kind.__module__) == kind.__module__, kind.__name__


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda e: e.operation.name)
def test_every_endpoint_is_described(endpoint):
    described = api.get_openapi_schema()["paths"][f"/api/v1{endpoint.path}"][endpoint.method.lower()]
    operation = endpoint.operation
    assert described["operationId"] == operation.name
    assert operation.label.ko in described["summary"]
    assert operation.label.en in described["summary"]
    assert described["description"] == operation.summary
    assert set(described["responses"]) == {endpoint.status, 401, 403, 404, 409, 422}
    assert list(described["responses"][409]["content"]) == ["application/problem+json"]


def test_what_is_known_is_used():
    """The table of meanings holds no parameter that is gone."""
    used = {name for operation in registry.values() for name in operation.parameters}
    assert sorted(set(KNOWN) - used) == []


def test_the_description_names_no_key():
    """Codes, addresses and refs: no UUID goes in or out."""
    assert "uuid" not in str(api.get_openapi_schema()).lower()


def test_the_description_needs_no_token_and_no_database(client):
    said = client.get("/api/v1/openapi.json")
    assert said.status_code == 200
    assert 'db;desc="0"' in said["Server-Timing"]
