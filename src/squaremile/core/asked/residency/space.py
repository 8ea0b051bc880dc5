"""Meanings of parameters: needs for space, allocation, requests and moves."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "area_limits": Known("The most of each class in a control area, or the biosafety level of a place", {"flammable": 200}),
    "biosafety": Known("Biosafety level, 1 to 4; that of the newest declaration where it is left out", 2),
    "by_day": Known("Until when the places are wanted", "2027-09-01"),
    "granted": Known("True: the request is granted", True),
    "growth_counts": Known("How many places of each kind more, later", {"bench": 2}),
    "hazard_amounts": Known(
        "Largest amounts kept at one time: flammable (L), oxidising (kg), toxic (kg), corrosive (L), gas (m³)", {"flammable": 40}
    ),
    "leaves": Known("Codes of places given up", ["R201-B1"]),
    "move": Known("Code of a move", "MV-7K3M9QXA", 20),
    "newcomer": Known("Code of the company that might be admitted; left out, a plan is drawn for all", "CO-7K3M9QXA", 20),
    "on_day": Known("The day from which it counts", "2027-06-01"),
    "other_company": Known("Code of the other company's record", "CO-9M4TQXA1", 20),
    "people_a_place": Known("How many people an offer allows for each place", 2),
    "pins": Known("Places that a company must have: place=company", ["R201-B1=CO-7K3M9QXA"]),
    "place_counts": Known("How many places of each kind in all: bench, desk, bay, suite, room", {"bench": 3}),
    "seating": Known("apart (never in one room), beside (on one floor) or none", "apart", 8),
    "space_plan": Known("Code of a plan of space", "SP-7K3M9QXA", 20),
    "space_request": Known("Code of a request for space", "SR-7K3M9QXA", 20),
    "space_wish": Known("more, fewer or other", "more", 6),
    "takes": Known("Codes of places taken", ["R201-B2"]),
    "urgency": Known("1 (least) to 9: who comes first where there is not enough; said by staff", 5),
}
