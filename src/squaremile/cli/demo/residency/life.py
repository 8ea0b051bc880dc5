"""Life in residence: stays under terms, milestones, mentors and their hours, a notice to put something right."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="입주 생활", en="life in residence")
CRITERIA = (
    {"code": "science", "ko": "연구의 진전", "en": "Progress of the science", "weight": 4},
    {"code": "growth", "ko": "사업과 투자", "en": "Business and funding", "weight": 3},
    {"code": "community", "ko": "함께 쓰는 태도", "en": "Good neighbour", "weight": 3},
)
AIMS = (
    ("후보물질 3종 선정", "Three candidates chosen"), ("동물 효능 자료 확보", "Efficacy data in animals"),
    ("특허 1건 출원", "One patent filed"), ("시드 투자 유치", "Seed round closed"),
    ("연구원 2명 채용", "Two scientists hired"), ("위탁생산처 계약", "A manufacturer under contract"),
)  # fmt: skip
MENTORS = (
    ("mentor.gu@adviser.example", "구본나라", "Nara Koo", "신약 인허가를 돕습니다.", "Regulatory affairs.", ("인허가", "regulatory")),
    ("mentor.wi@adviser.example", "위한결", "Hangyeol Wi", "투자와 협상을 돕습니다.", "Funding and negotiation.", ("투자", "venture")),
    ("mentor.lee@adviser.example", "엘렌 리", "Ellen Lee", "미국 진출을 돕습니다.", "Entering the US market.", ("해외 진출", "US market")),
)  # fmt: skip
TOPICS = ("임상시험계획 사전 상담 / Pre-IND advice", "투자 설명 자료 점검 / A look at our deck", "미국 협력사 찾기 / Partners in the US")


def _staying(stage: Stage) -> list[tuple[str, int]]:
    """Companies that have moved in, and how many days ago."""
    today = stage.now.astimezone(stage.zone).date()
    return list({let.company: (today - let.start).days for let in stage.lets if let.moved_in}.items())


def total(stage: Stage) -> int:
    return len(_staying(stage)) + len(MENTORS) + 1


def make(stage: Stage) -> Iterable[int]:
    """One company after the other, then the mentors, then the notice."""
    draw, count = stage.draw("life"), 0
    with clock.as_of(stage.at(-400)), scope(stage.staffed("programme")):
        terms = residency.set_stay_terms(criteria=CRITERIA, base_months=24, extension_months=24, most_extensions=1).code
    staying = _staying(stage)
    for code, days in staying:
        with clock.as_of(stage.at(-days, 11)), scope(stage.staffed("programme")):
            residency.move_in(company=stage.records[code], moved_in_on=stage.at(-days).date(), stay_terms=terms)
        _milestones(stage, code, days, draw)
        count += 1
        yield count
    for n, mentor in enumerate(MENTORS):
        _mentor(stage, mentor, staying[n % len(staying)][0] if staying else "", TOPICS[n])
        count += 1
        yield count
    if len(staying) > 2:
        with clock.as_of(stage.at(-3)), scope(stage.staffed("programme")):
            residency.give_notice(
                company=stage.records[staying[2][0]], ground="reporting", says_ko="올해 성과 조사에 아직 답하지 않았습니다.",
                says_en="This year's outcomes have not been told yet.",
            )
    yield count + 1


def _milestones(stage: Stage, code: str, days: int, draw: Random) -> None:
    """Proposed in the first month by the company, agreed on, and the first reached if its day is near."""
    for n, (ko, en) in enumerate(draw.sample(AIMS, 2)):
        proposed = max(days - 20, 2)
        due = stage.at(-proposed + 90 + 150 * n).date()
        with clock.as_of(stage.at(-proposed)), scope(stage.admin(code)):
            made = residency.propose_milestone(company=stage.records[code], due_on=due, title_ko=ko, title_en=en)
        if n == 0 or days > 120:
            with clock.as_of(stage.at(-proposed + 1)), scope(stage.staffed("programme")):
                residency.settle_milestone(milestone=made.code, state="agreed")
        shown = proposed - 80
        if n == 0 and shown > 1:
            with clock.as_of(stage.at(-shown)), scope(stage.admin(code)):
                residency.settle_milestone(milestone=made.code, state="reached", evidence="https://example.org/report")


def _mentor(stage: Stage, said: tuple[str, str, str, str, str, tuple[str, ...]], company: str, topic: str) -> None:
    email, name_ko, name_en, says_ko, says_en, fields = said
    with clock.as_of(stage.at(-60)), scope(stage.staffed("programme")):
        mentor = residency.add_mentor(
            email=email, name_ko=name_ko, name_en=name_en, says_ko=says_ko, says_en=says_en, fields=fields
        ).code
    hours = []
    with clock.as_of(stage.at(-1)), scope(stage.staffed("programme")):
        for days, hour in ((5, 14), (5, 15), (12, 14)):
            start = stage.at(days, hour)
            hours.append(residency.offer_hour(
                mentor=mentor, start=start, end=start + timedelta(minutes=45), where_ko="2층 상담실", where_en="Advice room, 2nd floor"
            ).code)
    if company:
        with scope(stage.admin(company)):
            residency.book_hour(office_hour=hours[0], topic=topic, company=stage.records[company])
