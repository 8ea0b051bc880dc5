"""Meanings of parameters: life in residence, mentors and sponsors."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "base_months": Known("Months of the base term of a stay", 24),
    "criteria": Known(
        "What an evaluation judges, with weights", [{"code": "team", "ko": "인력", "en": "Team", "weight": 20}]
    ),
    "cure_on": Known("The last day to put it right; the ground's own time where it is left out", "2027-03-31"),
    "evaluation": Known("Code of an evaluation", "EV-7K3M9QXA", 20),
    "events_a_year": Known("Events that a sponsor may hold in a year", 1),
    "extension_months": Known("Months of an extension of a stay", 12),
    "ground": Known("unpaid, insurance, conduct, reporting or danger", "insurance", 10),
    "mentor": Known("Code of a mentor", "MT-7K3M9QXA", 20),
    "milestone": Known("Code of a milestone", "MS-7K3M9QXA", 20),
    "most_extensions": Known("How many extensions of a stay at most", 2),
    "moved_in_on": Known("Day of moving in", "2027-03-02"),
    "named_spaces_en": Known("Spaces that carry the sponsor's name, in English", "Nuri Hall", 300),
    "named_spaces_ko": Known("Spaces that carry the sponsor's name, in Korean", "누리홀", 300),
    "office_hour": Known("Code of an office hour", "OH-7K3M9QXA", 20),
    "pass_mark": Known("Points of 100 that an evaluation needs", 70),
    "renew": Known("The stay is renewed", True),
    "scores": Known("Points of 100 by the code of the criterion", {"team": 80}),
    "sponsor": Known("Code of a sponsor", "SP-7K3M9QXA", 20),
    "stay_terms": Known("Code of terms of stay", "ST-7K3M9QXA", 20),
    "suspension": Known("Code of a notice to put something right", "SN-7K3M9QXA", 20),
    "tickets_a_year": Known("Golden tickets that a sponsor may give in a year", 2),
    "topic": Known("What is to be talked about", "임상 시험 설계", 300),
}
