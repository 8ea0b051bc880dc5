"""A delegation from Jeonbuk spends three days in Boston, and the council is told the truth a year later.

Needs in, matches with their evidence, an itinerary without clashes, a briefing book, minutes, two agreements with
promises. One lapses. Every figure of the report leads to what was recorded.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Need, VisitDocument, VisitStop
from squaremile.network.reads import candidates, visit_pdf
from squaremile.network.reads.council import council_report
from tests.network.agreements.making import arrived, promise
from tests.network.finding.conftest import furnish, renew
from tests.world import MONDAY, World

BOSTON = ZoneInfo("America/New_York")
FIRST, LAST = date(2027, 3, 8), date(2027, 3, 10)
SECRET = "상장 전 동물시험 자료"
NEED = "인공 연골 조직의 압축 탄성률을 생물반응기에서 측정할 전문가를 찾습니다"
"""A Korean need; every paper that answers it is English."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(FIRST.year, FIRST.month, FIRST.day, hour, minute, tzinfo=BOSTON) + timedelta(days=day)


@contextmanager
def on(world: World, who: str, moment: datetime) -> Iterator[None]:
    with clock.as_of(moment), world.as_(who):
        yield


@dataclass
class Story:
    """What one chapter leaves to the next."""

    needs: list[str]
    kept: str = ""
    gone: str = ""


@pytest.fixture
def library(world: World, settings, tmp_path) -> World:
    """A directory of people and papers on both sides of the ocean, and its index."""
    settings.NETWORK_INDEX_ROOT = tmp_path / "index"
    with on(world, "programme", MONDAY):
        furnish()
        network.add_partner(code="PN-PROVINCE", kind="public", name_ko="전새도", name_en="Jeonsae Province", country="KR")
    with clock.as_of(MONDAY):
        renew()
    return world


def test_three_days_in_boston_and_a_year_after(library: World):
    story = Story(needs=_needs(library))
    _matched(library, story)
    _prepared(library)
    _travelled(library)
    _signed(library, story)
    _a_year_later(library, story)
    _rivals_saw_nothing(library, story)


def _needs(world: World) -> list[str]:
    """Two companies say what they need; what is confidential stays with them and the liaison staff."""
    made = []
    for who in ("hana", "sora"):
        with on(world, who, MONDAY):
            made.append(network.submit_need(
                mode="consult", title_ko="인공 연골의 압축 시험", says_ko=NEED, confidential_ko=SECRET, horizon_months=6,
            ).code)
    return made


def _matched(world: World, story: Story) -> None:
    """The Korean need finds those who wrote the English papers, each with a sentence of hers."""
    with on(world, "programme", MONDAY + timedelta(hours=2)):
        need = Need.objects.get(code=story.needs[0])
        found = candidates.matches(NEED, need=need.id, organisation=world.organisations["HANBIT"])
        people = {each.found.who.code: each for each in found.people}
        assert {"PE-001", "PE-021"} <= set(people)
        assert "PE-002" not in list(people)[:2], "whoever matures antibodies is not among the first"
        assert people["PE-021"].found.evidence, "no match without its evidence"
        network.assign_need(need=need.code, person=world.people["programme"])
        network.move_need(need=need.code, state="matching")
        network.judge_match(need=need.code, subject="person", subject_code="PE-021", verdict="fits", reason="생물반응기")


def _prepared(world: World) -> None:
    """The plan is approved, everybody is screened, the days are planned, and the book is printed in both languages."""
    with on(world, "programme", MONDAY + timedelta(hours=3)):
        network.add_delegation(
            code="DG-BOSTON", direction="outbound", starts_on=FIRST, ends_on=LAST, time_zone=BOSTON.key, level=4,
            name_ko="전새도 보스턴 방문단", name_en="Jeonsae to Boston", purpose_ko="연골 공동연구", purpose_en="Cartilage research",
        )
        network.add_visit_place(delegation="DG-BOSTON", code="VP-HOTEL", name_ko="호텔", name_en="Hotel", base=True,
                                latitude=Decimal("42.35"), longitude=Decimal("-71.07"))
        network.add_visit_place(delegation="DG-BOSTON", code="VP-LAB", name_ko="연구동", name_en="Lab block",
                                latitude=Decimal("42.36"), longitude=Decimal("-71.09"))
        network.add_member(delegation="DG-BOSTON", code="DM-1", name_ko="한부지사", name_en="Vice Governor Han", rank=4)
        for n, (expert, title) in enumerate((("PE-021", "Bioreactors"), ("", "Technology office"), ("", "Investors")), 1):
            network.add_wish(
                delegation="DG-BOSTON", code=f"VW-{n}", expert=expert, partner="" if expert else "PN-C", place="VP-LAB",
                title_en=title, title_ko=title, minutes=90, priority=6 - n,
            )
            network.add_window(wish=f"VW-{n}", start=at(n - 1, 10), end=at(n - 1, 16))
        for check in ("export_control", "sanctions", "conflict"):
            network.screen_member(member="DM-1", check=check, result="clear")
        network.add_approver(delegation="DG-BOSTON", person=world.people["director"])
        network.submit_delegation(delegation="DG-BOSTON")
    with on(world, "director", MONDAY + timedelta(hours=4)):
        network.decide_delegation(delegation="DG-BOSTON", approve=True, reason="도정 과제와 맞습니다")
    with on(world, "programme", MONDAY + timedelta(hours=5)):
        network.plan_itinerary(delegation="DG-BOSTON")
        stops = list(VisitStop.objects.filter(delegation__code="DG-BOSTON").order_by("period"))
        assert {s.wish.code for s in stops if s.wish} == {"VW-1", "VW-2", "VW-3"}, "every wish is honoured"
        assert {s.period.start.astimezone(BOSTON).date() for s in stops if s.wish} == {
            FIRST, FIRST + timedelta(days=1), LAST}
        assert [(a.code, b.code) for a, b in combinations(stops, 2) if a.period.overlaps(b.period)] == []
        for language, word in (("ko", "한부지사"), ("en", "Vice Governor Han")):
            assert word in _printed(network.make_document(delegation="DG-BOSTON", document="briefing", language=language))


def _printed(document: VisitDocument) -> str:
    made = visit_pdf.pdf(document.kind, document.content, document.language, document.made_at)
    return "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def _travelled(world: World) -> None:
    """Minutes at every meeting, a promise, and the report that the law asks for."""
    with on(world, "programme", at(0, 9)):
        network.begin_delegation(delegation="DG-BOSTON")
    for day in range(3):
        with on(world, "programme", at(day, 17)):
            (stop,) = VisitStop.objects.filter(wish__code=f"VW-{day + 1}")
            network.record_visit_minutes(stop=stop.code, minutes_ko=f"{day + 1}일차: 공동연구를 논의함")
    with on(world, "programme", at(4, 9)):
        report = _printed(network.make_document(delegation="DG-BOSTON", document="report", language="ko"))
        assert "공동연구를 논의함" in report
        network.report_delegation(delegation="DG-BOSTON")
        network.close_delegation(delegation="DG-BOSTON")


def _memorandum(title: str, **second: object):
    """A memorandum between the province and another party, checked and signed on the last day."""
    made = network.draft_agreement(
        agreement_type="MOU", binding=True, title_ko=title, title_en=title, effective_on=LAST, ends_on=date(2030, 3, 9),
    )
    network.add_party(agreement=made.code, partner="PN-PROVINCE", party_role="lead")
    network.add_party(agreement=made.code, **second)
    for item in ("capacity", "sanctions", "conflicts"):
        network.record_check(agreement=made.code, check_item=item, check_result="clear")
    for step in ("review", "approved"):
        network.advance_agreement(agreement=made.code, step=step)
    return network.advance_agreement(agreement=made.code, step="signed", happened_on=LAST)


def _signed(world: World, story: Story) -> None:
    """Two memoranda: research money that comes in part, and a factory that never comes."""
    with on(world, "programme", at(2, 18)):
        research = _memorandum("연골 공동연구", partner="PN-C")
        factory = _memorandum("생산시설 투자", organisation=world.organisations["SAEBOM"])
        grant = promise(research, 500_000_000, commitment_kind="research", due_on=date(2028, 3, 31))
        promise(factory, 17_000_000_000)
        story.kept, story.gone = research.code, factory.code
    with on(world, "programme", at(200, 9)):
        arrived(grant, 300_000_000, on=date(2027, 9, 20))
        network.answer_clock(agreement=story.kept, clock_name="council_report", anchor=LAST, says="의회 보고")
    with on(world, "programme", at(330, 9)):
        network.end_agreement(agreement=story.gone, ending="lapsed", reason="자금 조달 실패", lesson_ko="담보를 먼저 봅니다")
        network.close_need(need=story.needs[0], outcome="sponsored_research", reason="연골 공동연구 협약을 맺었습니다")


def _a_year_later(world: World, story: Story) -> None:
    """What was promised, what arrived, what lapsed and why; and what the council could have known in the summer."""
    with on(world, "auditor", at(366, 9)):
        report = council_report(LAST, date(2028, 3, 9))
        totals = {(str(t.kind), t.figure.unit): t.figure for t in report.totals}
        research, factory = totals["연구비", "KRW"], totals["투자", "KRW"]
        assert (research.promised, research.arrived, research.ratio) == (500_000_000, 300_000_000, Decimal("0.6"))
        assert (factory.promised, factory.arrived, factory.lapsed) == (17_000_000_000, 0, 17_000_000_000)
        assert len(research.entries) == 1, "the figure leads to its one receipt"
        assert {s.code for s in report.signed} == {story.kept, story.gone}
        assert [(e.code, e.reason, str(e.lesson)) for e in report.ended] == [
            (story.gone, "자금 조달 실패", "담보를 먼저 봅니다")]
        summer = council_report(LAST, date(2028, 3, 9), known_at=at(120, 9))
        then = {(str(t.kind), t.figure.unit): t.figure for t in summer.totals}
        assert (then["연구비", "KRW"].arrived, then["투자", "KRW"].lapsed, summer.ended) == (0, 0, ())


def _rivals_saw_nothing(world: World, story: Story) -> None:
    """Neither company sees the other's need, and the one that signed nothing sees no agreement."""
    with on(world, "hana", at(366, 10)):
        assert set(Need.objects.values_list("code", flat=True)) == {story.needs[0]}
        assert council_report(LAST, date(2028, 3, 9)).signed == ()
    with on(world, "sora", at(366, 10)):
        assert set(Need.objects.values_list("code", flat=True)) == {story.needs[1]}
