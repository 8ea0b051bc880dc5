"""For the tests of the whole product: control areas and cabinets. Everybody may know them; who keeps them is another matter."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.areas"
NOUNS = {"areas": ("area",), "cabinets": ("cabinet",)}
ALL = {"areas": ("area",), "cabinets": ("cabinet",)}
OPEN = ("area", "cabinet")
HERS = {"area": "area", "cabinet": "cabinet"}
SOUND: dict[str, Any] = {"building": "JB-A", "storey": 2, "rooms": ["R202"], "place": "R202", "pack": "us-ibc",
                         "since": date(2027, 3, 1), "ends_on": date(2027, 6, 1)}  # fmt: skip
LEFT_OUT = ("active", "approved", "lab_unit", "sprinklered")
OWN: dict[str, dict[str, Any]] = {"safety.end_pack": {"pack": "kr-fire"}, "safety.remove_area_room": {"place": "R201"}}
FORM = {"building": "JB-A", "storey": "2", "rooms": "R202"}


def week(world, codes, keys):
    """An area with one room and a cabinet in it."""
    codes["area"], codes["cabinet"] = _furnished(world)


def _furnished(world):
    with world.as_("safety"):
        made = safety.declare_area(building="JB-A", storey=2, name_ko="2층 통제구역", name_en="Area on floor 2", rooms=["R201"])
        safety.put_pack_in_force(area=made.code, pack="kr-fire", since=date(2027, 1, 1))
        box = safety.add_cabinet(place="R201", name_ko="인화성 보관함", name_en="Flammables cabinet", approved=True)
    return made.code, box.code


def furnish(world):
    """The same for the browser's tour."""
    _furnished(world)
