"""Meanings of parameters: incidents, locked places and drills."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "authority_reference": Known("Number under which the authority took the notice", "2027-0311", 120),
    "days_lost": Known("Working days lost, or of treatment", 3),
    "drill": Known("Code of a drill", "DR-7K3M9QXA", 20),
    "drill_kind": Known("evacuation, spill, fire or gas", "evacuation", 10),
    "drill_seconds": Known("How many seconds it took", 240),
    "found_out": Known("What the investigation found", "받침이 없어 병이 미끄러졌습니다.", 4000),
    "happened_at": Known("When it happened; now when left out", "2027-03-01T09:00:00+09:00"),
    "harm": Known("What harm she took", "손등 화상", 300),
    "hurt": Known("Names of those who were hurt", ["김다침"]),
    "incident": Known("Code of an incident", "IC-7K3M9QXA", 20),
    "incident_kind": Known("injury, exposure, spill, fire, gas, equipment, near_miss or other", "spill", 10),
    "incident_part": Known("reporter, injured or witness", "injured", 8),
    "lessons": Known("What was learnt", "집결지 표지를 더 크게 합니다.", 2000),
    "looked_at": Known("What was looked at before it was released", "환기와 잔류 증기를 확인했습니다.", 300),
    "notice_clock": Known("Code of a duty to tell an authority", "kr-lab-general", 40),
    "notice_clocks": Known("Codes of duties to tell that follow from it; may be none", ["kr-lab-general"]),
    "notified_at": Known("When the authority was told; now when left out", "2027-03-01T15:00:00+09:00"),
    "people_counted": Known("How many were counted where they gathered", 41),
    "people_expected": Known("How many were in the building", 43),
    "person_name": Known("Her name, as it is written", "김다침", 80),
    "place_lock": Known("Code of a lock", "PL-7K3M9QXA", 20),
    "planned_on": Known("The day it is planned for", "2027-03-20"),
    "root_causes": Known("Root causes, a sentence each", ["받침이 없음"]),
    "what_happened": Known("What happened, in a sentence or two", "에탄올 2 L가 쏟아졌습니다.", 2000),
    "what_to_correct": Known("What shall keep it from happening again", "2차 받침을 둡니다.", 300),
    "why_locked": Known("Why nobody may use it; for safety alone", "용제 증기", 300),
}
