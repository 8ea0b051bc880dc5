"""Meanings of parameters: needs and their matches."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "agenda": Known("Code of an agenda", "AD-7K3M9QXA", 20),
    "answer": Known("yes, maybe, no or no_answer", "yes", 10),
    "blind": Known("Judged by the evidence alone, names hidden", False),
    "confidential_en": Known("What only its own company and liaison staff read, in English", "Formulation of lot 7"),
    "confidential_ko": Known("What only its own company and liaison staff read, in Korean", "7차 제형"),
    "draft": Known("Kept as a draft; the clock of the answer does not run yet", False),
    "heard": Known("What was said, and how it was heard", "전화, 5월부터 가능", 300),
    "horizon_months": Known("Within how many months the need is to be met, 1 to 120", 12),
    "listed": Known("The public part is shown to the whole cluster, without whose it is", False),
    "mode": Known("consult, sponsor, license, pilot, recruit or equipment", "consult", 12),
    "need": Known("Code of a need", "ND-7K3M9QXA", 20),
    "outcome": Known(
        "nda, consulting, gift, sponsored_research, license, pilot, hire, equipment_use or no_go", "consulting", 20
    ),
    "minutes": Known("How long the subject takes, 5 to 600 minutes", 20),
    "position": Known("Its place in the list, 1 for the first; 0 is not known", 1),
    "question_en": Known("What the candidate was asked, in English; never who asks", "Might you test scaffolds with a company?"),
    "question_ko": Known("What the candidate was asked, in Korean; never who asks", "지지체 시험을 함께할 뜻이 있으십니까?"),
    "side": Known("asker, candidate or staff", "candidate", 10),
    "soft_check": Known("Code of a soft check; names the candidate who said yes", "SC-7K3M9QXA", 20),
    "subject_code": Known("Code of the person, organisation, lab or instrument", "PE-7K3M9QXA", 20),
    "title_en": Known("Title in English", "Compression test of cartilage", 200),
    "title_ko": Known("Title in Korean", "연골 압축 시험", 200),
    "verdict": Known("fits, not, later or declined", "fits", 10),
    "way": Known("How it was asked: phone, mail, person or through", "phone", 8),
    "why_en": Known("Why this candidate is on the list, in English", "Eight papers on compression tests", 500),
    "why_ko": Known("Why this candidate is on the list, in Korean", "압축 시험 논문이 여덟 편", 500),
}
