"""A code is a piece of an address. Every operation that takes a new one says so; here each is found and asked."""

from typing import Any

import pytest

from squaremile.booking import operations as _booking
from squaremile.core import operations as _core
from squaremile.core.words import CODE_UNFIT
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import registry
from squaremile.spaces import operations as _spaces
from tests.world import World

LOADED = (_booking, _core, _spaces)
NAMES = {"name_ko": "이름", "name_en": "Name"}
MORE: dict[str, dict[str, Any]] = {
    "booking.add_class": {}, "booking.add_kind": {}, "booking.add_rules": {}, "core.add_organisation": {},
    "booking.add_equipment": {"kind": "microscope", "place": "R201", "rules_of_use": "OPEN"},
    "core.add_project": {"organisation": "HANBIT"},
    "spaces.add_place": {"kind": "site", "time_zone": "Asia/Seoul"},
}


@pytest.mark.parametrize("name", sorted(n for n, o in registry.items() if CODE_UNFIT in o.constraints.values()))
@pytest.mark.parametrize("code", ["A/B", "A B", "A?B", "A%2F"])
def test_no_code_that_breaks_an_address(world: World, name: str, code: str):
    asked = {**NAMES, **MORE[name], "code": code}
    if asked.get("organisation"):
        asked["organisation"] = world.organisations["HANBIT"]
    with world.as_("director"), pytest.raises(Refused) as refused:
        registry[name].call(**asked)
    assert refused.value.code == CODE_UNFIT


def test_every_operation_that_takes_a_new_code_is_among_them():
    takes = {n for n, o in registry.items() if ".add_" in n and "code" in o.parameters}
    takes.remove("metering.add_meter")  # a meter has no address of its own
    assert takes == {n for n, o in registry.items() if CODE_UNFIT in o.constraints.values()} == set(MORE)
