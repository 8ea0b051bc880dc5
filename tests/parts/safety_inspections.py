"""For the tests of the whole product: a room of the rival's is inspected, and something is found in it."""

from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.inspections"
ITEMS = [{"key": "exits", "ko": "대피로", "en": "Ways out", "severity": "critical"}, {"key": "labels", "ko": "이름표", "en": "Labels"}]
NOUNS = {"inspections": ("inspection",)}
BEGINNINGS = {"safety/findings/": ("safety finding", "mended finding")}
SAID = {"inspection_list": ["DAILY-X"], "inspected_room": ["R202"]}
HERS = {"safety_finding": "safety finding", "inspection": "inspection"}
SOUND: dict[str, Any] = {
    "list_kind": "daily", "list_items": ITEMS, "every_days": {"high": 1}, "read_in": "지침", "place": "R202", "grade": "high",
    "inspection_list": "DAILY-X", "checked": {"exits": "good", "labels": "poor"}, "what_is_wrong": "물이 샙니다", "severity": "major",
    "what_was_done": "막았습니다", "approve": True, "responsible": "SAEBOM",
}  # fmt: skip
LEFT_OUT = ("certainty", "diagnosed_only", "diagnosis_grade", "done_on", "due_on", "form_token", "photos", "remark", "remarks", "since")
OWN: dict[str, dict[str, Any]] = {"safety.verify_mending": {"safety_finding": "mended finding"}}
FORM = {"what_was_done": "막았습니다", "what_is_wrong": "물이 샙니다", "responsible": "SAEBOM", "said-exits": "good", "said-labels": "good"}
TEXTS = {"finding remark": "새봄의 원심분리기 밑에서", "inspection remark": "새봄 배양실 전체", "mending": "새봄이 호스를 갈았습니다"}


def week(world, codes, keys):
    """She inspects her own room; two things are poor, one of them is mended."""
    _list(world)
    with world.as_("safety"):
        safety.set_room_risk(place="R202", grade="high", organisation="SAEBOM")
    with world.as_("sora"):
        made = safety.carry_out_inspection(
            inspection_list="DAILY-X", place="R202", checked={"exits": "poor", "labels": "poor"}, remark=TEXTS["inspection remark"],
            remarks={"exits": TEXTS["finding remark"]},
        )
        codes["inspection"], keys["inspection"] = made.code, made.id
        found = {d.finding.item: d.finding.code for d in made.findings.select_related("finding")}
        codes["safety finding"], codes["mended finding"] = found["exits"], found["labels"]
        safety.mend_finding(safety_finding=found["labels"], what_was_done=TEXTS["mending"])


def _list(world):
    with world.as_("safety"):
        safety.publish_inspection_list(
            code="DAILY-X", list_kind="daily", list_items=ITEMS, every_days={"high": 1, "low": 7}, read_in="지침", name_ko="일상점검",
            name_en="Daily check", certainty="B",
        )


def furnish(world):
    """A shared room with a finding, and a company's own."""
    _list(world)
    with world.as_("safety"):
        safety.set_room_risk(place="R201", grade="high", organisation="HANBIT")
        safety.set_room_risk(place="R202", grade="low")
        safety.carry_out_inspection(inspection_list="DAILY-X", place="R202", checked={"exits": "poor", "labels": "good"})
