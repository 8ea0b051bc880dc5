"""Incidents, a drill and waste of the demonstration."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety

LABEL = Text(ko="사고·폐기물", en="incidents and waste")


def total(stage: Stage) -> int:
    return 3


def make(stage: Stage) -> Iterable[int]:
    """A spill that is settled but for its notice, a near miss without a name, drills, and waste on its way."""
    company = next(let.company for let in stage.lets if let.moved_in)
    with clock.as_of(stage.at(-6)), scope(stage.admin(company)):
        spill = safety.report_incident(what_happened="공동실험실에서 에탄올 2 L를 쏟음", incident_kind="spill", place="JB-A201").code
    with clock.as_of(stage.at(-6, 11)), scope(stage.staffed("safety_officer")):
        safety.classify_incident(incident=spill, notice_clocks=["kr-lab-general"])
        held = safety.lock_place(place="JB-A201", why_locked="용제 증기", incident=spill).code
        safety.investigate_incident(incident=spill, found_out="받침 없이 병을 옮기다 미끄러짐", root_causes=["2차 받침이 없음"])
        safety.require_correction(incident=spill, what_to_correct="용제는 2차 받침에 담아 옮깁니다.", due_on=stage.at(10).date())
    with clock.as_of(stage.at(-6, 14)), scope(stage.staffed("safety_officer")):
        safety.release_place(place_lock=held, looked_at="환기와 잔류 증기를 확인함")
    with clock.as_of(stage.at(-2)), scope(system("public")):
        safety.report_near_miss(what_happened="후드를 켜지 않고 시작할 뻔했습니다.", place="JB-A105")
    yield 1
    with clock.as_of(stage.at(-40)), scope(stage.staffed("safety_officer")):
        drill = safety.plan_drill(drill_kind="evacuation", place="JB-A", planned_on=stage.at(-30).date()).code
        safety.plan_drill(drill_kind="spill", place="JB-A204", planned_on=stage.at(14).date())
    with clock.as_of(stage.at(-30, 15)), scope(stage.staffed("safety_officer")):
        safety.record_drill(drill=drill, people_counted=41, people_expected=43, drill_seconds=260, lessons="집결지 표지를 더 크게 합니다.")
        safety.add_waste_generator(code="WG-JB", waste_regime="kr", name_ko="전북 센터", name_en="Jeonbuk Centre", generator_number="KR-0000")
    yield 2
    _waste(stage, company)
    yield 3


def _waste(stage: Stage, company: str) -> None:
    said: dict[str, Any] = {"waste_generator": "WG-JB", "place": "JB-A204", "waste_stream": "organic", "contents": "아세톤·에탄올 폐액"}
    gone = ""
    for ago in (28, 20, 3):
        with clock.as_of(stage.at(-ago)), scope(stage.admin(company)):
            made = safety.start_waste(**said).code
            if ago != 3:
                safety.store_waste(waste=made, weight_kg=Decimal("18.5"))
            gone = gone or made
    with clock.as_of(stage.at(-10) + timedelta(hours=1)), scope(stage.staffed("lab_operations")):
        safety.collect_waste(wastes=[gone], manifest="MF-0001", carrier="깨끗한환경", cost_minor=96_000)
