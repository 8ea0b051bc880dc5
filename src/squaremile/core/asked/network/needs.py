"""Meanings of parameters: needs and their matches."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "blind": Known("Judged by the evidence alone, names hidden", False),
    "confidential_en": Known("What only its own company and liaison staff read, in English", "Formulation of lot 7"),
    "confidential_ko": Known("What only its own company and liaison staff read, in Korean", "7차 제형"),
    "draft": Known("Kept as a draft; the clock of the answer does not run yet", False),
    "horizon_months": Known("Within how many months the need is to be met, 1 to 120", 12),
    "listed": Known("The public part is shown to the whole cluster, without whose it is", False),
    "mode": Known("consult, sponsor, license, pilot, recruit or equipment", "consult", 12),
    "need": Known("Code of a need", "ND-7K3M9QXA", 20),
    "outcome": Known(
        "nda, consulting, gift, sponsored_research, license, pilot, hire, equipment_use or no_go", "consulting", 20
    ),
    "position": Known("Where the candidate stood in the list, 1 for the first; 0 is not known", 1),
    "subject_code": Known("Code of the person, organisation, lab or instrument", "PE-7K3M9QXA", 20),
    "verdict": Known("fits, not, later or declined", "fits", 10),
}
