"""The small world every test starts from: one site, two rival companies, staff, and four instruments.

Hanbit (한빛) and Saebom (새봄) are rivals. Whatever one does must stay unseen by the other.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope

PASSWORD = "a-long-test-password"
MONDAY = datetime(2027, 3, 1, 0, 0, tzinfo=UTC)
"""Monday 1 March 2027, 09:00 in Seoul: the moment tests call now, unless they say otherwise."""
PEOPLE = {
    "director": ("site_director", ""),
    "operator": ("lab_operations", ""),
    "safety": ("safety_officer", ""),
    "finance": ("finance", ""),
    "programme": ("programme", ""),
    "auditor": ("auditor", ""),
    "hana": ("scientist", "HANBIT"),
    "haeun": ("scientist", "HANBIT"),
    "hajin": ("company_admin", "HANBIT"),
    "sora": ("scientist", "SAEBOM"),
    "sujin": ("company_admin", "SAEBOM"),
}
NAMES = {
    "director": ("오세훈규", "Director Oh"),
    "operator": ("민운영", "Operator Min"),
    "safety": ("안전희", "Safety An"),
    "finance": ("금재무", "Finance Geum"),
    "programme": ("연프로", "Programme Yeon"),
    "auditor": ("감사현", "Auditor Gam"),
    "hana": ("김하나", "Hana Kim"),
    "haeun": ("박하은", "Haeun Park"),
    "hajin": ("최하진", "Hajin Choi"),
    "sora": ("이소라", "Sora Lee"),
    "sujin": ("정수진", "Sujin Jung"),
}


@dataclass(frozen=True)
class World:
    people: dict[str, UUID]
    organisations: dict[str, UUID]

    def person(self, who: str) -> Scope:
        """The scope of one of PEOPLE."""
        role, company = PEOPLE[who]
        return Scope(actor=self.people[who], grants=(Grant(role, self.organisations[company] if company else None),))

    def as_(self, who: str) -> AbstractContextManager[Scope]:
        return scope(self.person(who))


def setup_scope() -> Scope:
    return Scope(system="setup", grants=(Grant("site_director"), Grant("lab_operations")))


def build_world(*, existing: bool) -> World:
    """Build it once in the template; later only look up who is who."""
    if not existing:
        with clock.as_of(MONDAY), scope(setup_scope()):
            _build()
    people, organisations = _who_is_who()
    return World(dict(people), dict(organisations))  # each test's own: what one adds, no other finds


@cache
def _who_is_who() -> tuple[dict[str, UUID], dict[str, UUID]]:
    """The same in every copy of the template: looked up once a process."""
    from squaremile.core.models import Organisation, User

    with scope(setup_scope()):
        emails = [f"{who}@example.org" for who in PEOPLE]
        people = {u.email.partition("@")[0]: u.id for u in User.objects.filter(email__in=emails)}
        organisations = {o.code: o.id for o in Organisation.objects.filter(code__in={code for _, code in PEOPLE.values()})}
    return people, organisations


def _build() -> None:
    from squaremile.booking import operations as booking
    from squaremile.core import operations as core

    companies = {
        "HANBIT": core.add_organisation(code="HANBIT", name_ko="한빛바이오", name_en="Hanbit Bio"),
        "SAEBOM": core.add_organisation(code="SAEBOM", name_ko="새봄테라퓨틱스", name_en="Saebom Therapeutics"),
    }
    for company in companies.values():
        core.add_project(
            organisation=company.id, code=f"PJ-{company.code}", name_ko="국가과제", name_en="National grant"
        )
    long = {"start": MONDAY - timedelta(days=365), "end": MONDAY + timedelta(days=3650)}
    people: dict[str, Any] = {}
    for who, (role, company) in PEOPLE.items():
        name_ko, name_en = NAMES[who]
        people[who] = core.add_person(email=f"{who}@example.org", name_ko=name_ko, name_en=name_en, password=PASSWORD)
        organisation = companies[company].id if company else None
        core.grant_role(person=people[who].id, role=role, organisation=organisation, **long)
    _build_space()
    _build_instruments()
    for who in ("hana", "haeun", "sora"):
        booking.qualify(equipment="CONFOCAL", person=people[who].id, **long)


def _build_space() -> None:
    from squaremile.spaces import operations as spaces

    spaces.add_place(kind="site", code="JB", name_ko="전북 사이트", name_en="Jeonbuk site", time_zone="Asia/Seoul")
    spaces.add_place(kind="building", code="JB-A", parent="JB", name_ko="가동", name_en="Building A")
    spaces.add_place(kind="floor", code="JB-A2", parent="JB-A", name_ko="2층", name_en="Floor 2", level=2)
    spaces.add_place(
        kind="control_area", code="JB-A2-1", parent="JB-A2", name_ko="통제구역 1", name_en="Control area 1"
    )
    for n in ("201", "202"):
        spaces.add_place(kind="room", code=f"R{n}", parent="JB-A2-1", name_ko=f"{n}호", name_en=f"Room {n}")
    for n in ("B1", "B2"):
        spaces.add_place(
            kind="bench", code=f"R201-{n}", parent="R201", name_ko=f"벤치 {n}", name_en=f"Bench {n}", rentable=True
        )


def _build_instruments() -> None:
    from squaremile.booking import operations as booking

    for code, ko, en in (
        ("microscope", "현미경", "Microscope"),
        ("cytometer", "유세포분석기", "Flow cytometer"),
        ("chiller", "냉각기", "Chiller"),
    ):
        booking.add_kind(code=code, name_ko=ko, name_en=en)
    booking.add_class(code="cytometers", name_ko="유세포분석기군", name_en="Cytometers")
    booking.add_rules(code="OPEN", name_ko="자유 이용", name_en="Open use", horizon_days=90)
    booking.add_rules(
        code="STRICT",
        name_ko="분석 장비",
        name_en="Analytical",
        step_minutes=30,
        min_minutes=30,
        max_minutes=240,
        lead_minutes=60,
        horizon_days=30,
        buffer_before_minutes=0,
        buffer_after_minutes=30,
        hours=[(day, 540, 1200) for day in range(5)],
        quotas=[{"per": "person", "span": "day", "minutes": 240}, {"per": "company", "span": "week", "minutes": 600}],
    )
    booking.add_rules(
        code="ASK", name_ko="승인 필요", name_en="By approval", needs_approval=True, offers_assistance=True
    )
    for code, ko, en, kind, rules, place, needs in (
        ("CONFOCAL", "공초점 현미경", "Confocal microscope", "microscope", "OPEN", "R201", True),
        ("CYTO-1", "유세포분석기 1호", "Flow cytometer 1", "cytometer", "STRICT", "R202", False),
        ("CYTO-2", "유세포분석기 2호", "Flow cytometer 2", "cytometer", "ASK", "R202", False),
        ("CHILLER", "냉각수 순환기", "Chiller", "chiller", "OPEN", "R202", False),
    ):
        booking.add_equipment(
            code=code,
            name_ko=ko,
            name_en=en,
            kind=kind,
            rules_of_use=rules,
            place=place,
            needs_qualification=needs,
            equivalence="cytometers" if kind == "cytometer" else "",
        )
    booking.link(equipment="CYTO-2", needs="CHILLER")
