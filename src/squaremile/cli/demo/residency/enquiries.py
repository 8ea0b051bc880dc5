"""Who asks about a place: enquiries from the public site, tours behind and ahead, and how far each talk has come."""

from collections.abc import Iterable
from datetime import timedelta

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="문의와 견학", en="enquiries and tours")
ENQUIRIES = (
    (21, "차온유", "onyu.cha@bomnal.example", "봄날펩타이드", "bench", "벤치 두 개를 내년 봄부터 쓰고 싶습니다.", "지인 소개", "toured"),
    (17, "Maria Kessler", "m.kessler@rheinbio.example", "RheinBio", "suite", "We look for a suite with BSL-2 for our Korean team.",
     "LinkedIn", "toured"),
    (9, "표서진", "seojin.pyo@haneulbit.example", "하늘빛조직공학", "bench", "배양실을 함께 쓸 수 있습니까?", "검색", "touring"),
    (6, "구다현", "dahyeon.gu@univ-a.example", "", "member", "교원 창업을 준비하고 있습니다.", "학교 공지", "contacted"),
    (3, "Ines Duarte", "ines@atlantico.example", "Atlântico Enzymes", "unsure", "Is there help with importing enzymes?", "conference", ""),
    (1, "함초원", "chowon.ham@saebyeoksim.example", "새벽심장학", "suite", "독립 실험실이 언제 비는지 알고 싶습니다.", "검색", ""),
)  # fmt: skip
"""Days ago, who, where from, what she wants, how she heard of it, and how far it has come."""


def total(stage: Stage) -> int:
    return len(ENQUIRIES)


def make(stage: Stage) -> Iterable[int]:
    """A tour two weeks ago and two ahead; the enquiries in their order."""
    host = stage.staff["programme"]
    past, coming = _slot(stage, 30, -14, 15), _slot(stage, 12, 5, 15)
    _slot(stage, 12, 12, 10)
    for count, (days, name, email, company, wanted, message, source, reached) in enumerate(ENQUIRIES, 1):
        with clock.as_of(stage.at(-days, 14)), scope(system("public")):
            lead = residency.enquire(
                name=name, email=email, consent=True, company_name=company, source=source, wanted=wanted, message=message,
                language="ko" if name[0] > "가" else "en",
            )
        slot = {"toured": past, "touring": coming}.get(reached)
        with clock.as_of(stage.at(-days + 1)), scope(stage.staffed("programme")):
            tour = residency.book_tour(lead=lead.code, tour_slot=slot, heads=2, signed_name=name) if slot else None
            if reached == "contacted":
                residency.follow_up_lead(lead=lead.code, state="contacted", person=host, remark="전화로 안내했습니다. / Called.")
        if reached == "toured" and tour is not None:
            with clock.as_of(stage.at(-13)), scope(stage.staffed("programme")):
                residency.record_tour(tour=tour.code, came=True)
            with scope(stage.staffed("programme")):
                residency.follow_up_lead(lead=lead.code, person=host, follow_up_on=stage.at(7).date(), remark="공고 일정을 보냈습니다.")
        yield count


def _slot(stage: Stage, asked: int, day: int, hour: int) -> str:
    """An hour that was offered so many days ago."""
    start = stage.at(day, hour)
    with clock.as_of(stage.at(-asked)), scope(stage.staffed("programme")):
        return residency.open_tour_slot(
            start=start, end=start + timedelta(hours=1), places=8, person=stage.staff["programme"], meeting_ko="1층 안내대",
            meeting_en="Front desk, ground floor", route="2층 공동실험실 복도까지 / To the corridor of the 2nd floor",
        ).code
