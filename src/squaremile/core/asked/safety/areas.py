"""Meanings of parameters: control areas and cabinets."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "approved": Known("Whether its listing as an approved cabinet is known", True),
    "area": Known("Code of a control area", "CA-7K3M9QXA", 20),
    "building": Known("Code of the building", "JB-A", 20),
    "cabinet": Known("Code of a cabinet", "CB-7K3M9QXA", 20),
    "lab_unit": Known("Fire hazard class of the laboratory unit, A to D (NFPA 45); empty where there is none", "B", 1),
    "pack": Known("Code of a rule pack", "us-ibc", 40),
    "rooms": Known("Codes of rooms and suites", ["R201"]),
    "sprinklered": Known("Sprinklers throughout the building", True),
    "storey": Known("1 is the entrance floor, -1 the first below it", 2),
}
