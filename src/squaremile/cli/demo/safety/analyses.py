"""Hazard analyses of the demonstration: one in force, one that what came since has made out of date, one that waits."""

from collections.abc import Iterable
from decimal import Decimal

from squaremile.cli.demo.residency.stage import Stage
from squaremile.cli.demo.safety.biosafety import SETUP
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import agents

LABEL = Text(ko="사전유해인자위험분석", en="hazard analyses")
EMERGENCY = (
    "119에 신고하고 안전관리자(063-555-0142)에게 알립니다.\n쏟으면 흡수포로 덮고 15분 뒤에 닦습니다.\n"
    "눈에 튀면 세안기에서 15분 씻습니다.\n1층 주차장에 모입니다."
)
WORKS = (
    ("MOAK", "JB-A403", "벡터 형질도입", "Transduction with a vector", "out_of_date", (
        {"does": "바이러스 벡터를 세포에 넣습니다", "risk": "에어로졸, 찔림", "measure": "생물안전작업대 안에서, 바늘을 쓰지 않습니다",
         "ppe": ["goggles", "gloves_nitrile", "coat"]},
        {"does": "원심분리합니다", "risk": "에어로졸", "measure": "밀폐 버킷을 쓰고 10분 뒤에 엽니다", "ppe": ["gloves_nitrile", "coat"]},
        {"does": "액체질소 탱크에서 꺼냅니다", "risk": "동상, 질식", "measure": "산소 경보기를 켜고 두 사람이 합니다",
         "ppe": ["face_shield", "gloves_cryo"]},
    )),
    ("MIRINAE", "JB-A405", "오가노이드 시험 물질 처리", "Treating organoids", "approved", (
        {"does": "시험 물질을 희석합니다", "risk": "피부 접촉", "measure": "후드 안에서 칭량합니다", "ppe": ["goggles", "gloves_nitrile", "coat"]},
        {"does": "배양액을 버립니다", "risk": "감염", "measure": "차아염소산 0.5 %로 30분 처리합니다", "ppe": ["gloves_nitrile", "apron"]},
    )),
    ("SOMDARI", "JB-A407", "플라스미드 정제", "Purifying plasmids", "signed", (
        {"does": "균체를 깨고 정제합니다", "risk": "튐", "measure": "보안경을 쓰고 밀폐 관을 씁니다", "ppe": ["goggles", "gloves_nitrile", "coat"]},
    )),
)  # fmt: skip


def total(stage: Stage) -> int:
    return len(_works(stage))


def make(stage: Stage) -> Iterable[int]:
    """Each is drafted and signed by the company's admin; what makes one out of date comes last."""
    for count, (company, room, ko, en, state, steps) in enumerate(_works(stage), 1):
        owner = stage.organisations[company]
        head = people.admins(owner)[0]
        day = -2 if state == "signed" else -40
        with clock.as_of(stage.at(day)), scope(Scope(actor=head, grants=(Grant("company_admin", owner),))):
            code = safety.draft_analysis(
                place=room, steps=steps, emergency=EMERGENCY, responsible=head, name_ko=ko, name_en=en
            ).code
            safety.sign_analysis(analysis=code)
        if state != "signed":
            with clock.as_of(stage.at(day + 3)), scope(stage.staffed("safety_officer")):
                safety.decide_analysis(analysis=code, approve=True, reason="대책이 적절합니다.")
        if state == "out_of_date":
            with clock.as_of(stage.at(-5)), scope(SETUP):
                held = next(row for row in agents.holdings(room=room) if row.organisation == company)
                safety.log_agent(holding=held.code, happened="grow", amount_held=Decimal(12))
        yield count


def _works(stage: Stage) -> list[tuple[str, str, str, str, str, tuple[dict[str, object], ...]]]:
    return [work for work in WORKS if work[0] in stage.organisations]  # type: ignore[misc]
