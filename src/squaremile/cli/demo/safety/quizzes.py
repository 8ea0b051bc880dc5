"""Courses of the demonstration with their questions; every word of them is ours."""

from typing import Any


def _asked(ko: str, en: str, right: int, *choices: tuple[str, str]) -> dict[str, Any]:
    return {"ask_ko": ko, "ask_en": en, "choices": [{"ko": k, "en": e} for k, e in choices], "right": [right]}


BASIC = [
    _asked("경보가 울리면 가장 먼저 무엇을 합니까?", "The alarm sounds. What comes first?", 1,
           ("실험을 마무리한다", "Finish the experiment"), ("하던 일을 멈추고 대피한다", "Stop and leave"),
           ("불을 찾아 나선다", "Look for the fire")),
    _asked("눈에 약품이 튀면 얼마나 씻습니까?", "A chemical splashes into your eye. How long do you rinse?", 2,
           ("10초", "10 seconds"), ("1분", "1 minute"),
           ("15분 이상", "15 minutes or more")),
    _asked("혼자서 야간 실험을 할 수 있습니까?", "May you work alone at night?", 0,
           ("승인을 받고 연락 방법을 정한 뒤에만", "Only with approval and an agreed way to be reached"), ("언제나", "Always")),
]  # fmt: skip
SOLVENTS = [
    _asked("유기용제 폐액은 어디에 둡니까?", "Where does solvent waste stand?", 0,
           ("라벨을 붙인 밀폐 용기에 담아 2차 용기 안에", "Closed and labelled, in a secondary container"), ("싱크대", "In the sink")),
    _asked("인화성 액체 보관함의 문은 어떻게 둡니까?", "How is the door of a flammables cabinet left?", 1,
           ("자주 쓰므로 열어 둔다", "Open, as it is used often"), ("쓰고 나면 닫는다", "Shut after each use")),
]  # fmt: skip
COURSES: tuple[dict[str, Any], ...] = (
    {"code": "BASIC", "minutes": 180, "signed_off": False, "name_ko": "연구실 정기 안전교육", "name_en": "Laboratory safety, regular",
     "counts_as": "regular", "valid_days": 365, "questions": BASIC,
     "says_ko": "대피로와 소화기 위치를 확인하십시오.\n\n눈과 피부에 약품이 닿으면 바로 씻고 안전관리자에게 알리십시오.",
     "says_en": "Know the ways out and where the extinguishers are.\n\nRinse eyes and skin at once, and tell the safety officer."},
    {"code": "NEWCOMER", "minutes": 240, "signed_off": False, "name_ko": "신규자 안전교육", "name_en": "Safety for newcomers",
     "counts_as": "new", "questions": BASIC[:2]},
    {"code": "SOLVENT", "minutes": 90, "signed_off": True, "name_ko": "유기용제 취급", "name_en": "Working with solvents",
     "valid_days": 730, "questions": SOLVENTS},
    {"code": "FIRE", "minutes": 120, "signed_off": True, "name_ko": "소방 훈련", "name_en": "Fire drill", "counts_as": "regular", "valid_days": 365},
    {"code": "BSC", "minutes": 120, "signed_off": True, "name_ko": "생물안전 작업대 실습", "name_en": "Biosafety cabinet, hands-on",
     "valid_days": 1095},
)  # fmt: skip
