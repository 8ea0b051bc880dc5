"""Meanings of parameters: door signs, shut-offs, entries and photographs of incidents."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "badge": Known("Number of a badge; for safety and operations alone", "B-0117", 40),
    "entry_way": Known("in or out", "in", 3),
    "protection": Known("What is put on beside what follows from the hazards", ["ears"]),
    "says_en": Known("What the sign adds, in English", "Knock before entering.", 300),
    "says_ko": Known("What the sign adds, in Korean", "들어가기 전에 두드리십시오.", 300),
    "shows": Known("What a picture shows", "쏟아진 자리", 300),
    "shut_off": Known("Code of a shut-off", "SO-7K3M9QXA", 20),
    "shut_off_kind": Known("gas, electricity, water, ventilation, sprinkler, alarm, hydrant or assembly", "gas", 12),
    "sign_rooms": Known("Codes of the rooms whose signs are printed", ["R201", "R202"]),
    "sign_days": Known("For how many days the signs hold, up to 730", 365),
    "visitor": Known("Name of a visitor who has no badge", "Jane Doe", 80),
}
