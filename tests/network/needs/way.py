"""A need on its way: what each step wants, made by liaison staff. Everything runs in the scope of the caller."""

from squaremile.kernel import clock
from squaremile.network import operations as network

QUESTION = {"question_ko": "이 분야의 공동연구에 뜻이 있으십니까?", "question_en": "Might you, in principle, work on this?"}


def expert(code="PE-001", **more):
    return network.add_person(code=code, kind="researcher", **({"name_ko": "고연골", "name_en": "Yeongol Ko"} | more))


def listed(need, code="PE-001", **more):
    """On the long list; the need stands at the soft check."""
    network.move_need(need=need, state="matching")
    made = network.put_on_long_list(
        need=need, subject="person", subject_code=code, **({"why_ko": "압축 시험 논문이 있습니다"} | more))
    network.move_need(need=need, state="soft_check")
    return made


def asked(need, code="PE-001", **more):
    given = {"way": "phone", **QUESTION} | more
    return network.ask_softly(need=need, subject="person", subject_code=code, **given)


def said_yes(need, code="PE-001"):
    """Asked, yes; the need stands at the agenda."""
    listed(need, code)
    check = asked(need, code).code
    network.record_soft_answer(soft_check=check, answer="yes", heard="전화로")
    network.move_need(need=need, state="agenda")
    return check


def agreed(need, code="PE-001"):
    """An agreed agenda; the need stands at the agenda still."""
    check = said_yes(need, code)
    agenda = network.draft_agenda(need=need).code
    network.add_agenda_subject(agenda=agenda, says_ko="시험 조건", says_en="Test conditions", minutes=40)
    network.add_agenda_person(agenda=agenda, side="candidate", soft_check=check)
    network.agree_agenda(agenda=agenda)
    return agenda


def met(need, member="HANBIT", code="PE-001"):
    """Met, with minutes; the need stands at the follow-up."""
    agenda = agreed(need, code)
    network.move_need(need=need, state="meeting")
    network.log_interaction(member=member, kind="meeting", at=clock.now(), agenda=agenda, minutes_ko="조건을 정했습니다")
    network.move_need(need=need, state="follow_up")
    return agenda
