"""Biological safety of the demonstration: rooms with their levels, a committee of three, protocols, and what is held."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from squaremile.cli.demo.residency.stage import Stage
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety

SETUP = Scope(system="setup", grants=(Grant("site_director"), Grant("lab_operations")))
LABEL = Text(ko="생물안전", en="biological safety")
ROOMS = (
    ("JB-A202", 2, ("cell_line", "human_material", "virus"), True), ("JB-A205", 2, ("cell_line",), False),
    ("JB-A203", 1, ("bacterium", "fungus", "nucleic_acid"), True), ("JB-A403", 2, ("cell_line", "human_material", "virus"), True),
    ("JB-A405", 2, ("cell_line", "human_material"), True), ("JB-A407", 1, ("bacterium", "nucleic_acid"), True),
)  # fmt: skip
COMMITTEE = ("site_director", "lab_operations", "programme")


@dataclass(frozen=True, slots=True)
class Kept:
    """An agent and what is held of it."""

    kind: str
    ko: str
    en: str
    risk: int
    read_in: str
    made_of: str
    room: str
    spot: str
    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Work:
    """A protocol of a company, with its agents; `state` is how far it has come."""

    company: str
    ko: str
    en: str
    says: str
    level: int
    state: str
    agents: tuple[Kept, ...]


CATALOGUE = "ATCC"
WORKS = (
    Work("MOAK", "동종 T세포 유전자 도입", "Gene transfer into allogeneic T cells",
         "렌티바이러스 벡터로 T세포에 CAR를 도입합니다. 생물안전작업대 안에서만 다루고, 고압멸균한 뒤 의료폐기물로 내보냅니다.", 2, "approved", (
             Kept("virus", "렌티바이러스 벡터 LV-CAR19", "Lentiviral vector LV-CAR19", 2, "NIH Guidelines, Appendix B",
                  "HIV-1 유래 3세대 / pLV / CAR19", "JB-A403", "초저온냉동고 1, 칸 3", 24, "바이알"),
             Kept("human_material", "건강인 말초혈액 단핵구", "Healthy donor PBMC", 2, "공용 기관생명윤리위원회 승인서", "", "JB-A403",
                  "액체질소 탱크 2", 36, "바이알"),
             Kept("cell_line", "HEK293T", "HEK293T", 2, CATALOGUE, "HEK293 / SV40 / large T", "JB-A403", "액체질소 탱크 2", 12, "바이알"),
         )),
    Work("MIRINAE", "장 오가노이드 독성 시험", "Toxicity in gut organoids",
         "환자 조직에서 만든 오가노이드에 시험 물질을 처리합니다. 배양액은 차아염소산으로 처리한 뒤 버립니다.", 2, "approved", (
             Kept("human_material", "장 조직 유래 오가노이드", "Organoids from gut tissue", 2, "기관생명윤리위원회 승인서", "", "JB-A405",
                  "배양기 2", 48, "웰"),
             Kept("cell_line", "L-WRN", "L-WRN", 1, CATALOGUE, "L cell / pcDNA / Wnt3a, R-spondin, noggin", "JB-A405", "액체질소 탱크 1", 8,
                  "바이알"),
         )),
    Work("SOMDARI", "자가증폭 mRNA 주형 제조", "Templates of self-amplifying mRNA",
         "대장균에서 플라스미드를 만들어 정제합니다. 균체는 고압멸균합니다.", 1,
         "approved", (
             Kept("bacterium", "대장균 Stbl3", "E. coli Stbl3", 1, "NIH Guidelines, Appendix C", "E. coli K-12 / pSOM / 복제효소", "JB-A407",
                  "냉동고 4, 상자 2", 20, "바이알"),
             Kept("nucleic_acid", "복제효소 발현 플라스미드", "Replicase plasmid", 1, "NIH Guidelines, Section III-F", "E. coli / pSOM / nsP1–4",
                  "JB-A407", "냉동고 4, 상자 3", 60, "튜브"),
         )),
    Work("BARAE", "표적단백질 분해 세포 시험", "Degradation assays in cells", "세포주에 시험 물질을 처리하고 단백질 양을 잽니다.", 1, "approved", (
        Kept("cell_line", "HeLa", "HeLa", 1, CATALOGUE, "", "JB-A205", "배양기 1", 6, "플라스크"),)),
    Work("NEOUL", "항체 발현 세포주 개발", "Cell lines for antibodies", "CHO 세포에 항체 유전자를 넣어 세포주를 고릅니다.", 2, "submitted", (
        Kept("cell_line", "CHO-K1", "CHO-K1", 1, CATALOGUE, "CHO / pcDNA / IgG1", "JB-A202", "", 0, ""),)),
)  # fmt: skip


def total(stage: Stage) -> int:
    return len(_works(stage)) + 1


def make(stage: Stage) -> Iterable[int]:
    """Rooms and committee, then one protocol after the other with what is held under it."""
    with clock.as_of(stage.at(-360)), scope(stage.staffed("safety_officer")):
        for n, (room, level, kinds, modified) in enumerate(ROOMS):
            safety.declare_room_biosafety(
                place=room, biosafety_level=level, admits=kinds, admits_modified=modified,
                lmo_notice=f"LML26-0312-{n + 1}" if modified else "", manager="생물안전관리책임자", manager_phone="063-555-0142",
            )
        for role in COMMITTEE:
            safety.seat_member(person=stage.staff[role])
    count = 1
    yield count
    for work in _works(stage):
        _work(stage, work)
        count += 1
        yield count


def _works(stage: Stage) -> list[Work]:
    return [work for work in WORKS if work.company in stage.organisations]


def _work(stage: Stage, work: Work) -> None:
    owner = stage.organisations[work.company]
    head = people.admins(owner)[0]
    hers = Scope(actor=head, grants=(Grant("company_admin", owner),))
    begun = -3 if work.state == "submitted" else -170
    with clock.as_of(stage.at(begun)), scope(hers):
        agents = [_registered(kept) for kept in work.agents]
        code = safety.draft_protocol(
            biosafety_level=work.level, agents=agents, investigator=head, name_ko=work.ko, name_en=work.en, plan_of_work=work.says,
        ).protocol.code
        safety.submit_protocol(protocol=code)
    if work.level > 1:
        judges = COMMITTEE[:1] if work.state == "submitted" else COMMITTEE[:2]
        for role in judges:
            with clock.as_of(stage.at(begun + 2)), scope(stage.staffed(role)):
                safety.give_opinion(protocol=code, opinion="for", reason="방과 폐기 경로가 적절합니다.")
    if work.state == "submitted":
        return
    with clock.as_of(stage.at(begun + 5)), scope(stage.staffed("safety_officer")):
        safety.decide_protocol(protocol=code, approve=True, reason="조건 없이 승인합니다.", ends_on=stage.at(begun + 5 + 365).date())
    # A person's own checklist may still keep biologicals shut: what stands here already is entered by the set-up.
    with clock.as_of(stage.at(begun + 20)), scope(SETUP):
        for agent, kept in zip(agents, work.agents, strict=True):
            _held(stage, agent, kept, begun + 20)


def _registered(kept: Kept) -> str:
    return safety.register_agent(
        kind=kept.kind, risk_group=kept.risk, read_in=kept.read_in, name_ko=kept.ko, name_en=kept.en, modified=bool(kept.made_of),
        made_of=kept.made_of,
    ).code


def _held(stage: Stage, agent: str, kept: Kept, day: int) -> None:
    held = safety.bring_agent(
        agent=agent, place=kept.room, amount_held=Decimal(kept.amount), counted_in=kept.unit, spot=kept.spot, other_party=kept.read_in,
        done_on=stage.at(day).date(),
    ).code
    with clock.as_of(stage.at(day + 30)):
        safety.log_agent(holding=held, happened="use", amount_held=Decimal(max(1, kept.amount // 6)), says="실험 사용")
    with clock.as_of(stage.at(day + 90)):
        safety.log_agent(holding=held, happened="dispose", amount_held=Decimal(1), says="121 °C 30분 고압멸균")
