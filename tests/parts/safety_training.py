"""For the tests of the whole product: courses everybody may know, and what one person has done."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.training"
ASKED = [{"ask_ko": "불이 나면?", "ask_en": "On fire?", "choices": [{"ko": "대피", "en": "Leave"}, {"ko": "구경", "en": "Watch"}], "right": [0]}]
NOUNS = {"courses": ("course",), "training-records": ("training_record",), "passports": ("passport_code",)}
ALL = {"courses": ("course",)}
OPEN = ("course",)
HERS = {"training_record": "training_record", "passport_code": "passport_code"}
SOUND: dict[str, Any] = {
    "course": "BASIC-X",     "minutes": 10, "signed_off": True, "choices": {"1": [2]}, "grade": "high", "employee": True, "diagnosed": True,
    "joined_on": date(2027, 1, 4), "role": "scientist",
}  # fmt: skip
LEFT_OUT = (
    "attempts_a_day", "completed_on", "counts_as", "pass_percent", "questions", "redo_by", "valid_days", "place", "equipment", "says_ko",
    "entering", "hazard", "scheme",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "safety.need_course": {"role": "company_admin"}, "safety.sign_off_training": {"course": "HANDS-ON"},
}  # fmt: skip


def week(world, codes, keys):
    """The rival passes a quiz and takes a passport."""
    codes["course"] = _furnished(world)
    with world.as_("sora"):
        safety.take_quiz(course=codes["course"], choices={"1": [1]})
        made = safety.issue_passport()
        codes["passport_code"], keys["passport_code"] = made.code, made.id
    with world.as_("safety"):
        record = safety.sign_off_training(course="HANDS-ON", person=world.people["sora"])
        codes["training_record"], keys["training_record"] = record.code, record.id


def _furnished(world):
    with world.as_("safety"):
        safety.publish_course(
            code="BASIC-X", minutes=120, signed_off=False, name_ko="기본 안전교육", name_en="Basic safety", counts_as="regular",
            valid_days=365, questions=ASKED,
        )
        safety.publish_course(code="HANDS-ON", minutes=60, signed_off=True, name_ko="실습 교육", name_en="Hands-on training")
        safety.need_course(course="BASIC-X", role="scientist")
    return "BASIC-X"


def furnish(world):
    """Courses for the browser's tour."""
    _furnished(world)
