"""External ids stay the same however a site was exported."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from squaremile.cli.imports.nemo.context import Index
from squaremile.cli.imports.nemo.plan import make_plan
from squaremile.cli.imports.nemo.reader import read
from squaremile.core.sheets.identity import LONGEST, bounded

NATURAL = [
    {"model": "NEMO.account", "fields": {"name": "Alpha"}},
    {"model": "NEMO.project", "fields": {"name": "A1", "account": ["Alpha"]}},
    {"model": "NEMO.user", "fields": {"username": "ada", "projects": [["A1"]]}},
    {"model": "NEMO.tool", "fields": {"name": "12", "_primary_owner": ["ada"]}},
    {"model": "NEMO.qualification", "pk": 3, "fields": {"user": ["ada"], "tool": ["12"]}},
]
NUMBERED = [
    {"model": "NEMO.account", "pk": 5, "fields": {"name": "Alpha"}},
    {"model": "NEMO.project", "pk": 6, "fields": {"name": "A1", "account": 5}},
    {"model": "NEMO.user", "pk": 7, "fields": {"username": "ada", "projects": [6]}},
    {"model": "NEMO.tool", "pk": 8, "fields": {"name": "12", "_primary_owner": 7}},
    {"model": "NEMO.qualification", "pk": 3, "fields": {"user": 7, "tool": 8}},
]


def index(records: list[dict[str, object]]) -> Index:
    return Index(read(json.dumps(records).encode()))


def test_natural_and_numbered_exports_of_a_site_make_the_same_plan(seoul: ZoneInfo) -> None:
    plans = [make_plan(read(json.dumps(records).encode()), zone=seoul)[0] for records in (NATURAL, NUMBERED)]

    assert plans[0] == plans[1]
    assert plans[0].qualifications[0].equipment == "nemo:tool:12"


def test_a_name_that_two_share_is_told_apart_by_pk() -> None:
    twins = index([{"model": "NEMO.project", "pk": pk, "fields": {"name": "X"}} for pk in (1, 2)])

    assert [twins.id(each) for each in twins.of("project")] == ["nemo:project:X#1", "nemo:project:X#2"]
    assert twins.shared_names == [("project", "X")]


def test_a_record_without_pk_and_name_is_known_by_its_content() -> None:
    fields = {"user": ["ada"], "start": "2026-01-01T00:00:00Z"}
    one = index([{"model": "NEMO.reservation", "fields": fields}])
    two = index([{"model": "NEMO.tool", "fields": {"name": "T"}}, {"model": "NEMO.reservation", "fields": fields}])

    assert one.id(one.of("reservation")[0]) == two.id(two.of("reservation")[0])


def test_references_of_no_sensible_shape_point_nowhere() -> None:
    known = index(NUMBERED)

    for reference in (None, [], ["a", "b"], [["ada"]], {}, True, 7.0, "nobody", [7]):
        assert known.find("user", reference) is None


def test_an_id_too_long_for_its_column_stays_one_per_thing() -> None:
    long, longer = bounded("csv:equipment:" + "가" * 400), bounded("csv:equipment:" + "가" * 401)

    assert len(long) == len(longer) == LONGEST
    assert long != longer
    assert bounded("nemo:tool:Sinter") == "nemo:tool:Sinter"
