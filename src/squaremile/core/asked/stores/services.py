"""Meanings of parameters: services, sterilisers, cycles, indicators and loads."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "celsius": Known("The lowest temperature during the hold, in °C", "121.4"),
    "chemical": Known("changed, unchanged or none: whether the chemical indicator changed colour", "changed", 9),
    "control_grew": Known("Whether the positive control grew, as it must", True),
    "grew": Known("Whether the indicator that went through the cycle grew", False),
    "indicator": Known("Code of a biological indicator", "BI-7K3M9QXA", 20),
    "indicator_lot": Known("Lot number of the indicator", "ATT-2311", 60),
    "instrument": Known("Code of the instrument that can be booked, where the machine is one", "AUTO-1", 20),
    "kilopascal": Known("Pressure above the air's during the hold, in kPa", "104"),
    "load_says": Known("What the load is", "피펫 팁 상자 12개", 200),
    "minutes_held": Known("Minutes at that temperature", "20"),
    "offered": Known("Whether it can be asked for", True),
    "passed": Known("Whether it passed", True),
    "program": Known("The program as the machine names it", "121 °C, 20 min, liquids", 80),
    "service": Known("Code of a service", "SV-7K3M9QXA", 20),
    "service_amount": Known("How much, in the service's unit", "2"),
    "service_kind": Known("autoclave, glass_wash, media, gas or nitrogen", "autoclave", 10),
    "service_order": Known("Code of a service request", "SQ-7K3M9QXA", 20),
    "service_unit": Known("run, L or piece", "run", 5),
    "steriliser": Known("Code of a steriliser", "ST-7K3M9QXA", 20),
    "steriliser_kind": Known("autoclave, dry_heat or washer", "autoclave", 10),
    "sterile_cycle": Known("Code of a cycle", "CY-7K3M9QXA", 20),
    "sterile_load": Known("Code of a load", "LX-7K3M9QXA", 20),
    "test_days": Known("A biological indicator passes at least every so many days; none where it is left out", 7),
}
