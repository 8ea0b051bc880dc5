"""Meanings of parameters: substances, containers, and bringing something in."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "boil_c": Known("Boiling point in degrees Celsius, where it is known", "56.1"),
    "bringing": Known("Code of a question about bringing something in", "BR-7K3M9QXA", 20),
    "cas": Known("CAS registry number", "67-64-1", 12),
    "components": Known(
        "All components of a mixture: each a CAS number, or the code or name of a registered substance, with its lowest and highest share in"
        " per cent by weight", [{"component": "64-17-5", "low": "60", "high": "70"}],
    ),
    "condition": Known("storage, closed or open: how it is kept or used", "storage", 7),
    "container": Known("Code of a container, as on its label", "CT-7K3M9QXA", 20),
    "density": Known("Kilograms a litre, where it is known", "0.784"),
    "figures_from": Known("Where the temperatures given were read", "Supplier's sheet of 2 March 2027", 60),
    "flash_c": Known("Flash point in degrees Celsius, closed cup, where it is known", "-20"),
    "gone_to": Known("Where it went", "The laboratory in building B", 200),
    "good_until": Known("The last day on which it may be used", "2028-03-01"),
    "hazards": Known("All its classes in that scheme; none says that it was looked at and has none", ["flammable-IB"]),
    "how_much": Known("An amount with its unit, as people write it", "20 L", 40),
    "in_cabinet": Known("Whether it will stand in an approved cabinet", False),
    "lot": Known("Lot number of the supplier", "LOT-2027-03", 60),
    "mixture": Known("Whether it is a mixture: it has no CAS number, and nothing is looked up for it", False),
    "pack_row": Known("Key of a row of a rule pack", "class:flammable-IB:liquid", 120),
    "phase": Known("liquid, solid, gas or liquefied", "liquid", 10),
    "read_in": Known("In which text it was read: a supplier's sheet, a safety data sheet, the code itself", "SDS of 2 March 2027", 300),
    "read_on": Known("On which day it was read", "2027-03-02"),
    "scheme": Known("A rule pack, ghs, kr-chemicals-before-2025, kr-chemicals-2025 or storage-group", "us-ibc", 40),
    "sheet_url": Known("Address of its safety data sheet", "https://example.org/sds/67-64-1", 300),
    "substance": Known("Code of a substance, its CAS number or its name", "67-64-1", 160),
    "water_soluble": Known("Whether it mixes with water; null where nobody knows", True),
}
