"""For the tests of the whole product: services, sterilisers and loads. What a rival asks for and has in a cycle is its own business."""

from decimal import Decimal
from typing import Any

from squaremile.kernel import clock
from squaremile.stores import operations as stores
from tests.stores.making import sterilising
from tests.world import MONDAY

API = "squaremile.api.v1.stores.services"
NOUNS = {
    "service-orders": ("service order", "accepted service order", "loaded service order"), "loads": ("load", "kept load", "ready load"),
    "cycles": ("cycle", "failed cycle", "passed cycle"), "indicators": ("indicator",),
}  # fmt: skip
ALL = {"services": ["AUTOCLAVE", "LN2"], "sterilisers": ["AUTO", "AUTO-2"]}
HERS = {"service_order": "service order", "sterile_load": "load", "sterile_cycle": "cycle", "indicator": "indicator"}
SOUND: dict[str, Any] = {
    "service": "LN2", "steriliser": "AUTO", "service_kind": "gas", "service_unit": "L", "service_amount": Decimal(2), "place": "R201",
    "steriliser_kind": "autoclave", "program": "121 °C", "passed": False, "load_says": "남의 것", "indicator_lot": "X-1", "grew": True,
    "control_grew": True, "handed_to": "누구", "test_days": 9, "code": "NEW-7",
}  # fmt: skip
LEFT_OUT = (
    "celsius", "chemical", "instrument", "kilopascal", "minutes_held", "offered", "remark", "wanted_on", "active",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "stores.rerun_load": {"sterile_load": "kept load"}, "stores.release_load": {"sterile_load": "kept load"},
    "stores.discard_load": {"sterile_load": "kept load"}, "stores.complete_service": {"service_order": "accepted service order"},
    "stores.load_cycle": {"service_order": "accepted service order"}, "stores.hand_out_load": {"sterile_load": "ready load"},
    "stores.start_cycle": {"steriliser": "AUTO-2"},
}  # fmt: skip
FORM = {
    "service": "LN2", "service_amount": "2", "service_kind": "gas", "service_unit": "L", "steriliser_kind": "autoclave", "program": "121 °C",
    "passed": "no", "chemical": "none", "load_says": "남의 것", "indicator_lot": "X-1", "handed_to": "누구", "test_days": "9",
    "sterile_cycle": "cycle", "service_order": "service order", "sterile_load": "load", "indicator": "indicator",
}  # fmt: skip
TEXTS = {"remark": "SB-77 동결 세포 40바이알", "load_says": "새봄 무균 충전 부품"}


def week(world, codes, keys):
    """The rival asks; one load of it is in a cycle that runs, another is kept back, a third waits for it. A second machine is idle."""
    sterilising(world)
    for name in ("service order", "accepted service order", "loaded service order"):
        with world.as_("sora"):
            codes[name] = stores.ask_service(service="AUTOCLAVE", service_amount=Decimal(1), remark=TEXTS["remark"]).code
    with world.as_("operator"):
        stores.add_steriliser(steriliser_kind="autoclave", place="R201", name_ko="멸균기 2호", name_en="Autoclave 2", code="AUTO-2")
        for name in ("accepted service order", "loaded service order"):
            stores.accept_service(service_order=codes[name])
        said = {"service_order": codes["loaded service order"], "load_says": TEXTS["load_says"]}
        codes["passed cycle"] = stores.start_cycle(steriliser="AUTO", program="121 °C").code
        codes["ready load"] = stores.load_cycle(sterile_cycle=codes["passed cycle"], **said).code
        stores.end_cycle(
            sterile_cycle=codes["passed cycle"], passed=True, celsius=Decimal("121.4"), kilopascal=Decimal(104), minutes_held=Decimal(20),
            chemical="changed",
        )
        codes["failed cycle"] = stores.start_cycle(steriliser="AUTO", program="134 °C").code
        codes["kept load"] = stores.load_cycle(sterile_cycle=codes["failed cycle"], **said).code
        stores.end_cycle(sterile_cycle=codes["failed cycle"], passed=False, reason="온도 미달")
        codes["cycle"] = stores.start_cycle(steriliser="AUTO", program="121 °C").code
        codes["load"] = stores.load_cycle(sterile_cycle=codes["cycle"], **said).code
        codes["indicator"] = stores.incubate_indicator(sterile_cycle=codes["cycle"], indicator_lot="ATT-1").code


def furnish(world):
    """A request that waits, and a load in a cycle that runs."""
    with clock.as_of(MONDAY):
        sterilising(world)
        with world.as_("hana"):
            orders = [stores.ask_service(service="AUTOCLAVE", service_amount=Decimal(1)).code for _ in range(2)]
        with world.as_("operator"):
            stores.accept_service(service_order=orders[0])
            cycle = stores.start_cycle(steriliser="AUTO", program="121 °C").code
            stores.load_cycle(sterile_cycle=cycle, service_order=orders[0], load_says="팁 상자")
            stores.incubate_indicator(sterile_cycle=cycle, indicator_lot="ATT-1")
