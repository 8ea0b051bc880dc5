"""For the tests of the whole product: the rival's waste, and what became of it."""

from decimal import Decimal
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.waste"
NOUNS = {"waste": ("waste", "full waste"), "waste-pickups": ("waste pickup",)}
HERS = {"waste": "waste", "waste_generator": "waste generator", "waste_pickup": "waste pickup"}
SOUND: dict[str, Any] = {
    "waste_regime": "us", "place": "R202", "waste_stream": "organic", "contents": "폐액", "weight_kg": Decimal(5), "manifest": "M-9",
    "carrier": "깨끗한환경",
}  # fmt: skip
LEFT_OUT = ("acute", "cost_minor", "currency", "generator_number", "returned_on")
OWN: dict[str, dict[str, Any]] = {
    "safety.collect_waste": {"wastes": ["WC-NO"]}, "safety.add_waste_generator": {"code": "WG-NEW"},
    "safety.store_waste": {"waste": "full waste"},
}  # fmt: skip
FORM = {"waste_stream": "organic", "contents": "폐액", "weight_kg": "5", "waste_regime": "us"}
TEXTS = {"waste contents": "SB-77 반응 폐액", "manifest": "SBM-7731"}


def week(world, codes, keys):
    """One container is being filled, one is full, one was collected."""
    with world.as_("safety"):
        codes["waste generator"] = safety.add_waste_generator(
            waste_regime="us", name_ko="새봄 배출자", organisation="SAEBOM", generator_number="SBGEN7731"
        ).code
    with world.as_("sora"):
        for name in ("waste", "full waste", "gone waste"):
            said = {"waste_generator": codes["waste generator"], "place": "R202", "waste_stream": "organic"}
            codes[name] = safety.start_waste(contents=TEXTS["waste contents"], **said).code
            if name != "waste":
                safety.fill_waste(waste=codes[name], weight_kg=Decimal(7))
    with world.as_("operator"):
        codes["waste pickup"] = safety.collect_waste(wastes=[codes["gone waste"]], manifest=TEXTS["manifest"], carrier="깨끗한환경").code
    OWN["safety.collect_waste"]["wastes"] = [codes["full waste"]]


def furnish(world):
    """A generator with a container."""
    with world.as_("safety"):
        safety.add_waste_generator(waste_regime="us", name_ko="센터", name_en="The centre", code="WG-1")
    with world.as_("hana"):
        safety.start_waste(waste_generator="WG-1", place="R201", waste_stream="organic", contents="아세톤 폐액")
