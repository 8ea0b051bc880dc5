"""What cannot be understood is said so, field by field, in both languages; never a 500."""

import pytest

SLOT = {"equipment": "CONFOCAL", "start": "2027-03-01T10:00:00+09:00", "end": "2027-03-01T11:00:00+09:00"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"{", "body"),
        (b"\xff\xfe", "body"),
        (b"[]", "body"),
        (b"null", "body"),
        (b"", "body"),
        ({}, "equipment"),
        ({**SLOT, "equipment": 5}, "equipment"),
        ({**SLOT, "equipment": None}, "equipment"),
        ({**SLOT, "equipment": "A\x00B"}, "equipment"),
        (b'{"equipment": "\\ud800", "start": "2027-03-01T10:00:00Z", "end": "2027-03-01T11:00:00Z"}', "equipment"),
        ({**SLOT, "purpose": "x" * 301}, "purpose"),
        ({**SLOT, "purpose": "x" * 1_000_000}, "purpose"),
        ({**SLOT, "purpos": "misspelt"}, "purpos"),
        ({**SLOT, "assisted": "yes"}, "assisted"),
        ({**SLOT, "assisted": 1}, "assisted"),
        ({**SLOT, "start": "2027-03-01T10:00:00"}, "start"),
        ({**SLOT, "start": 1_800_000_000}, "start"),
        ({**SLOT, "start": "1800000000"}, "start"),
        ({**SLOT, "start": "tomorrow"}, "start"),
        ({**SLOT, "start": "0001-01-01T00:00:00Z"}, "start"),
        ({**SLOT, "end": "9999-12-31T23:59:59-14:00"}, "end"),
        ({**SLOT, "end": "99999-12-31T23:59:59Z"}, "end"),
        ({**SLOT, "person": "a\x00b@example.org"}, "person"),
    ],
)
def test_is_refused_beside_its_field(calling, body, field):
    said = calling("hana")("POST", "/reservations", body)
    assert said.status_code == 422
    problem = said.json()
    assert problem["code"] == "core.bad_input"
    assert problem["fields"][field]["ko"]
    assert problem["fields"][field]["en"]
    assert problem["fields"][field]["ko"] != problem["fields"][field]["en"]


@pytest.mark.parametrize("code", ["RS-%00", "x" * 61, "%F0%9F%90%81", "..%2F"])
def test_strange_codes_are_missing_or_refused(calling, code):
    assert calling("hana")("POST", f"/reservations/{code}/cancel").status_code in (404, 422)


def test_unknown_addresses_are_problems_too(calling):
    said = calling("hana")("GET", "/nothing-here")
    assert said.status_code == 404
    assert said["Content-Type"] == "application/problem+json"
    assert said.json()["code"] == "core.not_found"


def test_a_wrong_method_names_the_right_ones(calling):
    said = calling("hana")("DELETE", "/me")
    assert said.status_code == 405
    assert said["Content-Type"] == "application/problem+json"
    assert "GET" in said["Allow"]
