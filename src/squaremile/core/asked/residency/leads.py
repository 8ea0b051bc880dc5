"""Meanings of parameters: enquiries and tours."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "came": Known("They came", True),
    "company_name": Known("Name of the company or group that asks", "새싹바이오", 120),
    "consent": Known("The details may be kept to answer", True),
    "follow_up_on": Known("Day of the next contact", "2027-03-05"),
    "lead": Known("Code of an enquiry", "LD-7K3M9QXA", 20),
    "meeting_en": Known("Where to come, in English", "Front desk, building A", 200),
    "meeting_ko": Known("Where to come, in Korean", "가동 안내 데스크", 200),
    "message": Known("What is asked; nothing confidential", "벤치 두 개가 필요합니다", 4000),
    "heads": Known("How many people come, 1 to 50", 2),
    "places": Known("How many people a tour takes, 1 to 50", 8),
    "remark": Known("A remark for the staff", "다음 주에 다시 전화", 4000),
    "route": Known("Which rooms the tour shows, and which not", "2층 공유 실험실만", 2000),
    "signed_name": Known("The name typed under the visitor agreement", "김방문", 80),
    "site": Known("Code of a site; the first one where it is left out", "JB", 20),
    "tour": Known("Code of a booking of a tour", "TO-7K3M9QXA", 20),
    "tour_slot": Known("Code of a tour that is offered", "TS-7K3M9QXA", 20),
    "wanted": Known("bench, suite, desk, member or unsure", "bench", 8),
    "wanted_from": Known("From when space is wanted", "2027-06-01"),
}
