"""Meanings of parameters: prices, offers and licences."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "adds": Known("Codes of places that an amendment brings", ["R201-B2"]),
    "amendment": Known("Code of an amendment", "LA-7K3M9QXA", 20),
    "effective_on": Known("First day on which an amendment holds", "2027-06-01"),
    "gives_up": Known("Codes of places that an amendment gives up", ["R201-B1"]),
    "last_day": Known("Last day, on the site", "2027-12-31"),
    "accept": Known("The company takes the offer", True),
    "bay": Known("A month of a bay, in minor units; 0 where none is let", 900000),
    "bench": Known("A month of a bench, in minor units; 0 where none is let", 500000),
    "covenants": Known("What the company undertakes, a sentence each", ["매년 보고합니다"]),
    "deposit": Known("Deposit in minor units of the list of prices", 1000000),
    "desk": Known("A month of a desk, in minor units; 0 where none is let", 200000),
    "expires_on": Known("Last day of the insurance", "2028-03-01"),
    "insurer": Known("Who insures", "한국보험", 120),
    "licence": Known("Code of a licence", "LI-7K3M9QXA", 20),
    "most_people": Known("How many people the company may bring, 1 to 1000", 3),
    "notice_months": Known("Months of notice, 0 to 24", 1),
    "paid_on": Known("Day the money came in", "2027-03-01"),
    "permitted_use": Known("What the places may be used for", "세포 배양", 300),
    "policy_number": Known("Number on the certificate", "A-2027-0001", 60),
    "price_version": Known("Code of a list of prices", "PV-7K3M9QXA", 20),
    "room": Known("A month of a room, in minor units; 0 where none is let", 0),
    "shelf": Known("A month of a shelf, in minor units; 0 where none is let", 0),
    "sign_by": Known("Once accepted, both sign by then, ISO 8601 with an offset", "2027-03-29T18:00:00+09:00"),
    "spots": Known("Codes of the places that are offered", ["R201-B1"]),
    "suite": Known("A month of a suite, in minor units; 0 where none is let", 0),
    "until": Known("The offer stands until then, ISO 8601 with an offset", "2027-03-15T18:00:00+09:00"),
    "valid_from": Known("First day of the list of prices", "2027-01-01"),
}
