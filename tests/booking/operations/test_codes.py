"""A code is a piece of an address. Every operation that takes a new one says so; here each is found and asked."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from squaremile.atlas import operations as _atlas
from squaremile.booking import operations as _booking
from squaremile.core import operations as _core
from squaremile.core.words import CODE_UNFIT
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import registry
from squaremile.network import operations as _network
from squaremile.residency import operations as _residency
from squaremile.safety import operations as _safety
from squaremile.spaces import operations as _spaces
from squaremile.stores import operations as _stores
from tests.residency.forms import sample
from tests.world import MONDAY, World

LOADED = (_atlas, _booking, _core, _network, _residency, _safety, _spaces, _stores)
NAMES = {"name_ko": "이름", "name_en": "Name", "title_ko": "제목", "title_en": "Title"}
DAYS = {"starts_on": date(2027, 4, 1), "ends_on": date(2027, 4, 3)}
HOURS = {"start": MONDAY + timedelta(days=31, hours=1), "end": MONDAY + timedelta(days=31, hours=2)}
MORE: dict[str, dict[str, Any]] = {
    "booking.add_class": {}, "booking.add_kind": {}, "booking.add_rules": {}, "core.add_organisation": {},
    "booking.add_equipment": {"kind": "microscope", "place": "R201", "rules_of_use": "OPEN"},
    "core.add_project": {"organisation": "HANBIT"}, "billing.add_issuer": {}, "residency.draft_call": {"form": "STANDARD"},
    "safety.declare_permit_kind": {"held_by": "either"}, "safety.add_waste_generator": {"waste_regime": "kr"},
    "safety.publish_inspection_list": {
        "list_kind": "daily", "every_days": {"high": 1}, "read_in": "지침",
        "list_items": [{"key": "floor", "ko": "바닥", "en": "Floor"}],
    },
    "safety.publish_course": {"minutes": 10, "signed_off": True},
    "safety.declare_area": {"building": "JB-A", "storey": 2}, "safety.add_cabinet": {"place": "R201"},
    "stores.add_service": {"service_kind": "gas", "service_unit": "L"},
    "stores.add_steriliser": {"steriliser_kind": "autoclave", "place": "R201"},
    "stores.add_item": {"package": "box"}, "stores.add_stock_point": {"kind": "stockroom", "place": "R201"},
    "spaces.add_place": {"kind": "site", "time_zone": "Asia/Seoul"},
    "network.add_activity_kind": {"points": Decimal(2)}, "network.add_concept": {}, "network.add_partner": {"kind": "institute"},
    "network.add_delegation": {"direction": "outbound", "time_zone": "Asia/Seoul", **DAYS},
    "network.add_event": {"kind": "talk", **HOURS}, "network.add_lab": {"partner": "PN-1"},
    "network.add_member": {"delegation": "DG-1"}, "network.add_person": {"kind": "researcher"}, "network.add_publication": {},
    "network.add_research_project": {"partner": "PN-1", "first_year": 2026, "last_year": 2027},
    "network.add_stop": {"delegation": "DG-1", "kind": "rest", **HOURS},
    "network.add_technology": {
        "partner": "PN-1", "trl": 3, **dict.fromkeys(("problem_ko", "advantage_ko", "economics_ko"), "말"),
    },
    "network.add_term": {"ko": "말", "en": "word"}, "network.add_tier": {"dues": 1}, "network.add_visit_place": {"delegation": "DG-1"},
    "network.add_wish": {"delegation": "DG-1"}, "network.draft_agreement": {"agreement_type": "MOU", "binding": False},
    "network.submit_need": {"mode": "consult", "partner": "PN-1"}, "network.add_visit_party": {"delegation": "DG-1"},
    "atlas.add_activity_code": {"activity_scheme": "naics"}, "atlas.add_organisation": {"kind": "company"}, "atlas.add_source": {},
    "atlas.add_claim": {"text_ko": "말", "definition_ko": "뜻", "refuted_ko": "반증"},
    "atlas.add_region_scheme": {}, "atlas.draw_region": {"region_scheme": "drawn"}, "atlas.add_site": {"institution": "IN-1"},
}  # fmt: skip

PARTS_NEED = {
    "delegation": lambda: _network.add_delegation(
        code="DG-1", direction="outbound", starts_on=date(2027, 4, 1), ends_on=date(2027, 4, 3), time_zone="Asia/Seoul",
        name_ko="방문", name_en="Visit",
    ),
    "partner": lambda: _network.add_partner(code="PN-1", kind="institute", name_ko="연구소", name_en="Institute"),
    "form": lambda: _residency.import_form(form="STANDARD", body=sample()),
    "region_scheme": lambda: _atlas.add_region_scheme(code="drawn", name_ko="구역"),
    "institution": lambda: _atlas.add_organisation(code="IN-1", kind="company", name_ko="기관"),
}  # fmt: skip
"""What must be there first, by the parameter that names it."""


ELSEWHERE = {"spaces.merge_places", "residency.merge_own_places"}
"""Need places that adjoin: tests/spaces/operations/test_reshaping.py, and a company on them: tests/residency/operations/test_moves_unsigned.py."""
CHECKED = {n for n, o in registry.items() if CODE_UNFIT in o.constraints.values() and "code" in o.parameters} - ELSEWHERE


@pytest.mark.parametrize("name", sorted(CHECKED))
@pytest.mark.parametrize("code", ["A/B", "A B", "A?B", "A%2F"])
def test_no_code_that_breaks_an_address(world: World, name: str, code: str):
    takes = registry[name].parameters
    asked = {**{n: v for n, v in NAMES.items() if n in takes}, **MORE[name], "code": code}
    if asked.get("organisation"):
        asked["organisation"] = world.organisations["HANBIT"]
    with world.as_("director"):
        before = PARTS_NEED.get(next((n for n in PARTS_NEED if n in asked), ""), lambda: None)
        before()
        with pytest.raises(Refused) as refused:
            registry[name].call(**asked)
    assert refused.value.code == CODE_UNFIT


def test_every_operation_that_takes_a_new_code_is_among_them():
    takes = {n for n, o in registry.items() if re.search(r"\.(add|submit|draft|draw|declare|publish)_", n) and "code" in o.parameters}
    takes.remove("metering.add_meter")  # a meter has no address of its own
    assert takes == CHECKED == set(MORE)
