"""For the tests of the whole product: something happens to the rival; what is locked and drilled everybody knows."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.incidents"
NOUNS = {"incidents": ("incident", "closing incident"), "locks": ("place lock",), "place-locks": ("place lock",), "drills": ("drill",)}
OPEN = ("place lock", "drill")
HERS = {"incident": "incident", "place_lock": "place lock", "drill": "drill"}
SOUND: dict[str, Any] = {
    "what_happened": "쏟아짐", "incident_kind": "spill", "place": "R201", "incident_part": "witness", "person_name": "본 사람",
    "notice_clocks": ["kr-lab-serious"], "notice_clock": "kr-lab-general", "found_out": "미끄러짐", "root_causes": ["받침이 없음"],
    "what_to_correct": "받침을 둠", "due_on": date(2027, 3, 9), "why_locked": "증기", "looked_at": "환기", "drill_kind": "fire",
    "planned_on": date(2027, 3, 20), "people_counted": 3, "severity": "major", "responsible": "SAEBOM",
}  # fmt: skip
LEFT_OUT = ("authority_reference", "days_lost", "drill_seconds", "happened_at", "harm", "hurt", "lessons", "notified_at", "people_expected")
OWN: dict[str, dict[str, Any]] = {"safety.close_incident": {"incident": "closing incident"}, "safety.lock_place": {"place": "R202"}}
FORM = {"what_happened": "쏟아짐", "why_locked": "증기", "looked_at": "환기", "people_counted": "3", "planned_on": "2027-03-20"}
TEXTS = {"incident": "새봄 배양기에서 연기", "hurt": "한다침", "found out": "새봄의 전원 배선이 눌림", "lock why": "새봄 배양기 주변 연기"}
LOCKED = "SPARE"


def week(world, codes, keys):
    """She reports; safety classifies and finds out; a bench is locked; a drill is planned."""
    with world.as_("sora"):
        made = safety.report_incident(what_happened=TEXTS["incident"], incident_kind="fire", place="R202", hurt=[TEXTS["hurt"]])
        other = safety.report_incident(what_happened=TEXTS["incident"], incident_kind="equipment", place="R202")
        codes["incident"], keys["incident"], codes["closing incident"] = made.code, made.id, other.code
    with world.as_("safety"):
        safety.classify_incident(incident=made.code, notice_clocks=["kr-lab-general"])
        safety.investigate_incident(incident=made.code, found_out=TEXTS["found out"], root_causes=["눌린 전선"])
        safety.investigate_incident(incident=other.code, found_out=TEXTS["found out"], root_causes=["눌린 전선"])
        codes["place lock"] = safety.lock_place(place=LOCKED, why_locked=TEXTS["lock why"], incident=made.code).code
        codes["drill"] = safety.plan_drill(drill_kind="evacuation", place="JB-A", planned_on=date(2027, 3, 20)).code


def furnish(world):
    """An incident with a clock, a locked place, a drill."""
    with world.as_("hana"):
        made = safety.report_incident(what_happened="에탄올이 쏟아짐", incident_kind="spill", place="R202")
    with world.as_("safety"):
        safety.classify_incident(incident=made.code, notice_clocks=["kr-lab-general"])
        safety.lock_place(place="R201-B2", why_locked="증기", incident=made.code)
        safety.plan_drill(drill_kind="evacuation", place="JB-A", planned_on=date(2027, 3, 20))


