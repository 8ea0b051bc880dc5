"""Meanings of parameters: permits, their kinds, and who needs one for what."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "authority_en": Known("Who gives it, in English", "Cambridge Fire Department", 120),
    "authority_ko": Known("Who gives it, in Korean", "관할 소방서", 120),
    "blocks": Known("What is shut without it: booking, licence, bringing, access", ["bringing"]),
    "checklist_item": Known("Row of residency's checklists that such a paper answers", "lmo_notice", 40),
    "held_by": Known("cluster, company or either", "company", 7),
    "issued_on": Known("The day it was issued", "2027-03-01"),
    "permit": Known("Code of a permit", "PM-7K3M9QXA", 20),
    "permit_kind": Known("Code of a kind of permit", "kr-lmo-facility", 40),
    "permit_number": Known("Its number, as on the paper", "2027-117", 80),
    "remind_days": Known("So many days before its end people are reminded", [90, 30, 7]),
    "renews": Known("Code of the permit that it follows", "PM-7K3M9QXA", 20),
    "valid_until": Known("The last day on which it counts; left out where it does not end", "2028-02-29"),
}
