"""Made up for the demonstration: a delegation to Boston with three days of meetings, and a visit from Boston today."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from squaremile.cli.demo.network.stage import Stage
from squaremile.cli.demo.network.visit_cast import HOSTS, INBOUND_STOPS, MEMBERS, PLACES
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads.visit_keeping import known

LABEL = Text(ko="방문단", en="delegations")
TOTAL = 2
OUT, IN = "DG-BOSTON", "DG-JEONBUK"
BOSTON = ZoneInfo("America/New_York")


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    yield from _outbound(stage)
    yield from _inbound(stage)


@contextmanager
def _as(stage: Stage, role: str) -> Iterator[None]:
    with scope(Scope(actor=stage.staff[role], grants=(Grant(role),))):
        yield


def _outbound(stage: Stage) -> Iterable[int]:
    """Three weeks ahead, from a Tuesday on; planned, approved, with its briefing book."""
    today = stage.now.astimezone(stage.zone).date()
    first = today + timedelta(days=(1 - today.weekday()) % 7 + 21)
    with _as(stage, "programme"):
        there = known([*(h.person for h in HOSTS), "PN-CHARLES"])
        network.add_delegation(
            code=OUT, direction="outbound", name_ko="전북 바이오 방문단, 보스턴", name_en="Jeonbuk life-science delegation to Boston",
            purpose_ko="오가노이드와 세포치료 공동연구 상대를 찾고, 실증 병원 두 곳과 협약 초안을 협의합니다.",
            purpose_en="Find partners for joint research on organoids and cell therapy; discuss draft agreements with two hospitals.",
            level=4, partner="PN-CHARLES" if "PN-CHARLES" in there else "", region_ko="미국 보스턴·케임브리지",
            region_en="Boston and Cambridge, USA", starts_on=first, ends_on=first + timedelta(days=2), time_zone=BOSTON.key,
        )
        _places()
        for n, member in enumerate(MEMBERS, 1):
            network.add_member(
                delegation=OUT, code=f"DM-{n:03d}", name_ko=member.name_ko, name_en=member.name_en, role_ko=member.role_ko,
                role_en=member.role_en, rank=member.rank, needs_ko=member.needs_ko, needs_en=member.needs_en,
            )
            for check in ("export_control", "sanctions", "conflict")[: 3 if n < 8 else 2]:
                network.screen_member(member=f"DM-{n:03d}", check=check, result="clear")
        _wishes(first, there)
        _parties(first + timedelta(days=2))
        for line, (ko, en, planned) in enumerate((
            ("항공", "Flights", 21_600_000), ("숙박", "Lodging", 7_680_000), ("현지 이동", "Local transport", 2_400_000),
            ("통역", "Interpreters", 3_300_000), ("기념품", "Gifts", 900_000),
        ), 1):
            network.set_budget_line(delegation=OUT, line=line, name_ko=ko, name_en=en, planned=planned)
        network.plan_itinerary(delegation=OUT)
        network.add_approver(delegation=OUT, person=stage.staff["site_director"])
        network.submit_delegation(delegation=OUT)
    with _as(stage, "site_director"):
        network.decide_delegation(delegation=OUT, approve=True, reason="면담 상대와 목적이 분명합니다.")
    with _as(stage, "programme"):
        for kind in ("committee", "briefing"):
            for language in ("ko", "en"):
                network.make_document(delegation=OUT, document=kind, language=language)
        for clock_kind in ("plan", "permit"):
            network.tick_clock(delegation=OUT, clock_kind=clock_kind)
    yield 1


def _places() -> None:
    for code, ko, en, address, latitude, longitude, base in PLACES:
        network.add_visit_place(
            delegation=OUT, code=code, name_ko=ko, name_en=en, address=address, latitude=Decimal(latitude), longitude=Decimal(longitude),
            base=base,
        )
    network.set_visit_way(delegation=OUT, origin_place="VP-HOTEL", target_place="VP-CHARLES", minutes=15)


def _wishes(first: date, there: frozenset[str]) -> None:
    for n, host in enumerate(HOSTS, 1):
        code = f"VW-{n:03d}"
        network.add_wish(
            delegation=OUT, code=code, expert=host.person if host.person in there else "", title_ko=host.title_ko, title_en=host.title_en,
            place=host.place, minutes=host.minutes, priority=host.priority,
        )
        network.edit_wish(
            wish=code, asks_ko=host.asks_ko, asks_en=host.asks_en, offers_ko=host.offers_ko, offers_en=host.offers_en,
            talking_ko="3,000명 환자 코호트와 40병상 실증 현장을 소개합니다.", talking_en="Our cohort of 3,000 patients and a pilot site of 40 beds.",
            avoid_ko=host.avoid_ko, avoid_en=host.avoid_en,
        )
        for day, start, end in host.free:
            on = first + timedelta(days=day)
            network.add_window(wish=code, start=_at(on, start, BOSTON), end=_at(on, end, BOSTON))


def _parties(day: date) -> None:
    """On the last day some talk of money, the others of science; they meet again over what is everybody's."""
    for code, ko, en, members, wishes in (
        ("VY-BIZ", "투자·협력 조", "Investment party", (1, 2, 5, 7), (9, 10)), ("VY-SCI", "연구 조", "Research party", (3, 4, 6, 8), (12,)),
    ):
        network.add_visit_party(delegation=OUT, code=code, name_ko=ko, name_en=en)
        for n in members:
            network.join_visit_party(visit_party=code, member=f"DM-{n:03d}", day=day)
        for n in wishes:
            network.edit_wish(wish=f"VW-{n:03d}", party=code)


def _inbound(stage: Stage) -> Iterable[int]:
    """Guests who are here today: one stop runs now."""
    today = stage.now.astimezone(stage.zone).date()
    with _as(stage, "programme"):
        network.add_delegation(
            code=IN, direction="inbound", name_ko="찰스베이 공대 방문", name_en="Visit of Charles Bay Institute of Technology",
            purpose_ko="공용 장비와 병원 실증 환경을 보고 학생 교류를 협의합니다.",
            purpose_en="See the shared instruments and the hospital pilot site; discuss an exchange of students.", level=3,
            region_ko="전북 전주", region_en="Jeonju, Jeonbuk", starts_on=today, ends_on=today, time_zone=stage.zone.key,
        )
        for n, (ko, en, role_ko, role_en, rank) in enumerate((
            ("이디스 헤일", "Edith Hale", "부학장", "Associate Dean", 4), ("켄 오쿠", "Ken Oku", "교수", "Professor", 3),
            ("루스 안", "Ruth Ahn", "국제협력 담당", "International office", 2),
        ), 1):
            code = f"DM-IN{n}"
            network.add_member(delegation=IN, code=code, name_ko=ko, name_en=en, role_ko=role_ko, role_en=role_en, rank=rank)
            for check in ("export_control", "sanctions", "conflict"):
                network.screen_member(member=code, check=check, result="clear")
        network.add_approver(delegation=IN, person=stage.staff["site_director"])
        network.submit_delegation(delegation=IN)
    with _as(stage, "site_director"):
        network.decide_delegation(delegation=IN, approve=True, reason="교류 협약의 첫 방문입니다.")
        network.begin_delegation(delegation=IN)
    with _as(stage, "programme"):
        _today(stage.now.astimezone(stage.zone))
    yield 2


def _today(now: datetime) -> None:
    """A day around the moment: the stop in the middle runs now, whenever the demonstration is made."""
    whole = now.replace(minute=0, second=0, microsecond=0)
    midnight = whole.replace(hour=0)
    begins = min(max(whole - timedelta(hours=3), midnight), midnight + timedelta(hours=17))
    for kind, ko, en, room, minutes, fixed in INBOUND_STOPS:
        ends = begins + timedelta(minutes=minutes)
        made = network.add_stop(
            delegation=IN, kind=kind, title_ko=ko, title_en=en, start=begins, end=ends, room=room, language="en",
            chair="송하은 Haeun Song" if kind == "meeting" else "", fixed=fixed,
        )
        if kind == "meeting" and ends <= now - timedelta(hours=1):
            network.record_visit_minutes(
                stop=made.code, minutes_ko="장비 공동 이용 조건을 확인하고 학생 네 명의 여름 교류에 뜻을 모았습니다.",
                minutes_en="Terms of joint use were clarified; four students will come in summer.",
            )
            network.add_visit_promise(
                stop=made.code, promiser="Ken Oku", due_on=now.date() + timedelta(days=14), says_ko="교류 학생 명단을 보냅니다.",
                says_en="Send the list of exchange students.",
            )
        begins = ends + timedelta(minutes=10)


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone)
