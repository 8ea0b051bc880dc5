"""What the parameters of operations mean to people outside, by name: a sentence, an example, a length."""

from squaremile.core.asked import atlas, billing, network, residency, safety, stores
from squaremile.core.asked.meaning import Known

KNOWN = {
    "area_m2": Known("Floor area in square metres", "42.50"),
    "assisted": Known("Staff work alongside; offered where the rules of use say so", False),
    "buffer_after_minutes": Known("Minutes kept free after every booking", 30),
    "buffer_before_minutes": Known("Minutes kept free before every booking", 0),
    "cancel_free_minutes": Known("Until how many minutes before the start a booking is cancelled free of charge", 120),
    "code": Known("Its code; one is made when left out", "CONFOCAL", 20),
    "early_start_minutes": Known("How many minutes before the booking use may begin", 10),
    "email": Known("E-mail address", "hana@example.org", 254),
    "end": Known("End (not included), ISO 8601 with an offset", "2027-03-01T11:00:00+09:00"),
    "equipment": Known("Code of an instrument", "CONFOCAL", 20),
    "equivalence": Known("Code of the class of instruments that can stand in for it", "cytometers", 40),
    "grant": Known("Id of a role grant", "01954f10-7f3a-7cc2-9a39-6a1c7f5b2d10"),
    "horizon_days": Known("How many days ahead bookings open", 60),
    "kind": Known("Its kind", "microscope", 40),
    "into": Known("Into how many it is split, 2 to 10", 2),
    "language": Known("ko or en", "ko", 2),
    "lead_minutes": Known("Book at least so many minutes before the start", 60),
    "level": Known("Number of the floor", 2),
    "max_minutes": Known("Longest booking in minutes; 0 is no limit", 480),
    "merged": Known("Codes of the places that become one", ["R201-B1", "R201-B2"]),
    "min_minutes": Known("Shortest booking in minutes", 30),
    "name_en": Known("Name in English", "Confocal microscope", 80),
    "name_ko": Known("Name in Korean", "공초점 현미경", 80),
    "note_text": Known("A remark", "레이저 488 nm만 사용", 300),
    "organisation": Known("Code of a company; may be left out by whoever belongs to one only", "HANBIT", 20),
    "owner": Known("Code of the company that owns it", "HANBIT", 20),
    "person": Known("E-mail address of a person", "hana@example.org", 254),
    "place": Known("Code of a place", "R201", 20),
    "project": Known("Code of the project that pays", "PJ-HANBIT", 20),
    "purpose": Known("What it is for; seen by one's own company and by staff", "Live-cell imaging", 300),
    "reason": Known("Why, in a sentence", "시료가 늦어졌습니다", 300),
    "reshape": Known("Code of a merge or a split", "RP-7K3M9QXA", 20),
    "reservation": Known("Code of a booking", "RS-7K3M9QXA", 20),
    "role": Known("Code of a role", "scientist", 30),
    "rules_of_use": Known("Code of a set of rules of use", "OPEN", 40),
    "session": Known("Code of a session", "SE-7K3M9QXA", 20),
    "start": Known("Start, ISO 8601 with an offset", "2027-03-01T10:00:00+09:00"),
    "step_minutes": Known("Bookings start and end on such a step", 15),
    "time_zone": Known("IANA time zone; given for sites", "Asia/Seoul", 40),
    "unit": Known("Unit that a meter counts in", "minute", 20),
}
for part in (*network.PARTS, *residency.PARTS, *safety.PARTS, *stores.PARTS, atlas, billing):
    KNOWN.update(part.KNOWN)
