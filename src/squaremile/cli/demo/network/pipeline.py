"""Made up for the demonstration: how needs went from the long list to their outcome."""

from datetime import datetime, timedelta

from squaremile.cli.demo.network.asked import Asked
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import Scope, scope
from squaremile.network import operations as network
from squaremile.network.reads import need_pipeline, needs

QUESTION = {
    "question_ko": "클러스터의 한 기업이 이 분야의 자문이나 공동연구 상대를 찾습니다. 뜻이 있으십니까?",
    "question_en": "A company of the cluster looks for advice or joint work in your field. Might you, in principle?",
}


def walked(need: str, asked: Asked, came: datetime, now: datetime, office: Scope) -> None:
    """Every step of its way, some hours apart, with what each step wants."""
    at = [min(came + timedelta(days=2), now)]

    def later(hours: int) -> datetime:
        at[0] = min(at[0] + timedelta(hours=hours), now)
        return at[0]

    agenda = ""
    for state in asked.way:
        with clock.as_of(later(2)), scope(office):
            if state == "meeting":
                agenda = _agenda(need, asked)
            if state == "follow_up" and agenda:
                network.log_interaction(
                    member=asked.company, kind="meeting", at=clock.now() - timedelta(hours=1), agenda=agenda, length=60,
                    minutes_ko="조건을 정하고 시료 목록을 주고받기로 했습니다.",
                    minutes_en="Conditions are set; a list of samples follows.",
                )
            try:
                network.move_need(need=need, state=state)
            except SquaremileError:
                # A small demonstration lacks some people: the need stays where it got to.
                return
            if state == "matching":
                _listed(need, asked)
        if state == "soft_check":
            _asked(need, asked, later(1), later(30), office)
    if asked.outcome:
        with clock.as_of(later(1)), scope(office):
            network.close_need(need=need, outcome=asked.outcome, reason=asked.why)


def _listed(need: str, asked: Asked) -> None:
    for person, why_ko, why_en, _answer in asked.candidates:
        try:
            network.put_on_long_list(need=need, subject="person", subject_code=person, why_ko=why_ko, why_en=why_en)
        except SquaremileError:
            continue


def _asked(need: str, asked: Asked, first: datetime, then: datetime, office: Scope) -> None:
    for person, _ko, _en, answer in asked.candidates:
        if not answer:
            continue
        try:
            with clock.as_of(first), scope(office):
                made = network.ask_softly(need=need, subject="person", subject_code=person, way="phone", **QUESTION).code
            if answer != "?":
                with clock.as_of(then), scope(office):
                    network.record_soft_answer(soft_check=made, answer=answer, heard="전화로 들었습니다")
        except SquaremileError:
            continue


def _agenda(need: str, asked: Asked) -> str:
    made = network.draft_agenda(need=need).code
    for subject in asked.subjects:
        network.add_agenda_subject(agenda=made, says_ko=subject.ko, says_en=subject.en, minutes=30)
    for said, _name in need_pipeline.agreed_yes(need_pipeline.long_list(needs.need(need).id)):
        network.add_agenda_person(agenda=made, side="candidate", soft_check=said)
    network.agree_agenda(agenda=made)
    return made
