"""Meanings of parameters: orders, recalls, parcels and gas cylinders."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "addressee": Known("What the label says of whom it is for", "한빛바이오 김하나", 120),
    "bar": Known("Filling pressure in bar at 15 °C", 150),
    "carrier": Known("Who brought it", "우체국택배", 60),
    "cylinder": Known("Code of a gas cylinder", "GC-7K3M9QXA", 20),
    "dangerous": Known("Whether dangerous goods are declared on it", False),
    "emptied": Known("Whether it is empty", True),
    "for_stockroom": Known("Whether it is for the stockroom, by staff, and not for a company", False),
    "gas": Known(
        "nitrogen, argon, helium, carbon_dioxide, oxygen, air, hydrogen, acetylene or methane", "nitrogen", 20
    ),
    "handed_to": Known("Name of whoever took it", "김하나", 120),
    "keep_hours": Known("Hours that it may stand outside the cold; the house rule when left out", 4),
    "litres": Known("Water capacity in litres", "46.7"),
    "order": Known("Code of a purchase request", "OR-7K3M9QXA", 20),
    "order_line": Known("Number of a line of the order, from 1", 1),
    "ordered_as": Known("The supplier's number of the order", "SO-2027-118", 60),
    "parcel": Known("Code of a parcel", "PC-7K3M9QXA", 20),
    "sender": Known("Who sent it", "Addgene", 120),
    "serial": Known("Serial number stamped on it", "N2-48213", 60),
    "signature": Known("A signature as the data of an SVG path, of moves and lines alone", "M10 20L30 25", 8000),
    "temperature": Known("ambient, chilled, frozen or dry_ice", "chilled", 8),
    "tracking": Known("The carrier's number", "6890123456789", 60),
    "wanted_goods": Known("Lines: how many, and what by its words or an item's code", [{"pieces": 2, "what": "FBS 500 mL"}]),
    "wanted_on": Known("Until when it is needed", "2027-03-15"),
}
