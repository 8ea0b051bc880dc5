"""What each part of the network, and the atlas, gives the tests that go over the whole product, one file a part.

A part's file may have:
- `API`: the module of its endpoints, where it is not the network's of the same name.
- `NOUNS`: noun in an address → names of codes to type there; `ALL`: noun → codes that everybody may see; `PLACES`:
  place in an address (`<name>`) → names of codes. For tests/confidential/addresses.py.
- `SAID`: place in an address → what to type there, where everybody may know it.
- `BEGINNINGS`: what an address holds before `<code>` → names of codes, where its noun means something else elsewhere.
- `HERS`, `KEYS`, `SOUND`, `LEFT_OUT`, `OWN`: as in tests/confidential/asked.py.
- `FORM`: fields of forms, by name → value or name of a rival's code. For tests/confidential/test_forms.py.
- `OPEN`: names of codes that everybody may see though they were made for her.
- `TEXTS`: words that only the rival and staff read; `week(world, codes, keys)`: what the rival does, which adds to
  both; `refs`: kinds of keys that have a signed ref.
- `furnish(world)`: things that make every page of the part reachable by links, for tests/browser/test_accessible.py.
"""

from importlib import import_module
from types import ModuleType
from typing import Any

from tests.parts import (
    agreements,
    atlas,
    billing,
    directory,
    finding,
    liaison,
    needs,
    partnering,
    residency_applications,
    residency_companies,
    residency_departures,
    residency_leads,
    residency_licences,
    residency_life,
    residency_outcomes,
    residency_people,
    residency_review,
    residency_space,
    safety_agents,
    safety_analyses,
    safety_areas,
    safety_counting,
    safety_emergency,
    safety_handovers,
    safety_incidents,
    safety_inspections,
    safety_labels,
    safety_packs,
    safety_permits,
    safety_sessions,
    safety_stock,
    safety_training,
    safety_waste,
    stores_dock,
    stores_goods,
    stores_services,
    visits,
)

PARTS: tuple[ModuleType, ...] = (
    directory,
    finding,
    needs,
    liaison,
    visits,
    partnering,
    agreements,
    residency_companies,
    residency_leads,
    residency_life,
    residency_applications,
    residency_outcomes,
    residency_licences,
    residency_review,
    residency_people,
    residency_departures,
    residency_space,
    safety_areas,
    safety_training,
    safety_stock,
    safety_agents,
    safety_packs,
    safety_permits,
    safety_analyses,
    safety_inspections,
    safety_incidents,
    safety_waste,
    safety_counting,
    safety_emergency,
    stores_goods,
    stores_dock,
    stores_services,
    atlas,
    safety_sessions,
    safety_labels,
    safety_handovers,
    billing,
)


door_secrets: dict[str, str] = {}
"""E-mail address → the secret of the newest link to the door behind /door/ that a rival's week mailed there."""


def of(operation: str) -> ModuleType | None:
    """The part whose endpoints an operation is among; None outside the network, and for the machine's own."""
    for part in PARTS:
        name = part.__name__.rpartition(".")[2]
        endpoints = import_module(getattr(part, "API", f"squaremile.api.v1.network.{name}")).ENDPOINTS
        if any(one.operation.name == operation for one in endpoints):
            return part
    return None


def merged(name: str) -> dict[str, Any]:
    """The dictionaries of that name of all parts, as one."""
    whole: dict[str, Any] = {}
    for part in PARTS:
        whole |= getattr(part, name, {})
    return whole


def together(name: str) -> tuple[Any, ...]:
    """The tuples of that name of all parts, one after the other."""
    return tuple(one for part in PARTS for one in getattr(part, name, ()))


def each(name: str, *given: Any) -> None:
    """Call the function of that name of every part that has it."""
    for part in PARTS:
        if hasattr(part, name):
            getattr(part, name)(*given)
