"""The long list and soft checks: order, reasons, who reads them, and what a question may not tell."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Agenda, LongListEntry, SoftCheck
from squaremile.network.reads import need_pipeline
from tests.network.needs import way
from tests.network.needs.asking import a_need, code_of
from tests.world import MONDAY

ONE = {"subject": "person", "subject_code": "PE-001"}


@pytest.fixture
def need(world):
    made = a_need(world)
    with world.as_("programme"):
        for code in ("PE-001", "PE-002", "PE-003"):
            way.expert(code, name_ko=f"전문가 {code[-1]}", name_en=f"Expert {code[-1]}")
        network.move_need(need=made.code, state="matching")
    return made


def put(need, code):
    return network.put_on_long_list(need=need.code, subject="person", subject_code=code, why_ko="논문이 있습니다")


def order(need):
    return [each.subject_code for each in need_pipeline.long_list(need.id)]


def test_candidates_stand_in_order_and_are_moved(world, need):
    with world.as_("programme"):
        assert [put(need, f"PE-00{n}").position for n in (1, 2, 3)] == [1, 2, 3]
        network.move_on_long_list(need=need.code, subject="person", subject_code="PE-003", position=1)
        assert order(need) == ["PE-003", "PE-001", "PE-002"]
        network.take_off_long_list(need=need.code, **ONE)
        assert order(need) == ["PE-003", "PE-002"]
        assert list(LongListEntry.objects.filter(need=need).order_by("position").values_list("position", flat=True)) == [1, 2]


def test_an_instrument_is_a_candidate_by_its_card(world, need):
    with world.as_("programme"):
        made = network.put_on_long_list(need=need.code, subject="equipment", subject_code="CONFOCAL", why_en="It is here")
        assert (made.name_en, need_pipeline.long_list(need.id)[0].url) == ("Confocal microscope", "/book/CONFOCAL/")


def test_what_the_long_list_refuses(world, need):
    put_on, ask = network.put_on_long_list, network.ask_softly
    with world.as_("programme"):
        assert code_of(put_on, need="NO", why_en="x", **ONE) == "network.need_unknown"
        assert code_of(put_on, need=need.code, **ONE) == "network.why_on_list"
        assert code_of(put_on, need=need.code, why_en="x", subject="dog", subject_code="PE-001") == "core.not_found"
        assert code_of(put_on, need=need.code, why_en="x", subject="person", subject_code="PE-9") == "network.candidate_unknown"
        put(need, "PE-001")
        assert code_of(put_on, need=need.code, why_en="x", **ONE) == "network.on_long_list"
        off = network.take_off_long_list
        assert code_of(off, need=need.code, subject="lab", subject_code="PE-001") == "network.not_on_long_list"
        assert code_of(network.move_on_long_list, need=need.code, position=2, **ONE) == "core.bad_input"
        assert code_of(ask, need=need.code, way="phone", **way.QUESTION, **ONE) == "network.not_asked_now"
        network.move_need(need=need.code, state="soft_check")
        way.asked(need.code)
        assert code_of(off, need=need.code, **ONE) == "network.was_asked"
        network.withdraw_need(need=need.code)
        assert code_of(put_on, need=need.code, why_en="x", **ONE) == "network.need_over"
    with world.as_("hajin"):
        assert code_of(put_on, need=need.code, why_en="x", **ONE) == "access.not_allowed"


def test_nobody_but_the_staff_reads_it(world, need):
    with world.as_("programme"):
        put(need, "PE-001")
        network.move_need(need=need.code, state="soft_check")
        way.asked(need.code)
        network.draft_agenda(need=need.code)
    for who, seen in (("programme", 1), ("director", 1), ("auditor", 1), ("hana", 0), ("hajin", 0), ("sora", 0), ("operator", 0)):
        with world.as_(who):
            found = [kind.objects.count() for kind in (LongListEntry, SoftCheck, Agenda)]
            assert found == [seen] * 3, who


@pytest.mark.parametrize("question", [
    "한빛 바이오가 묻습니다", "Would you work with Hanbit?", "한 빛바이오의 의뢰입니다", "It is about ADC-99", "adc 99 제형입니다",
])
def test_a_question_that_tells_who_asks_is_not_asked(world, need, question):
    with world.as_("programme"):
        put(need, "PE-001")
        network.move_need(need=need.code, state="soft_check")
        refused = code_of(network.ask_softly, need=need.code, way="mail", question_ko=question, **ONE)
        assert refused == "network.question_tells"


def test_the_database_itself_keeps_the_name_out(world, need):
    with world.as_("programme"):
        entry = put(need, "PE-001")
        network.move_need(need=need.code, state="soft_check")
        with pytest.raises(IntegrityError, match="says who asks"), transaction.atomic():
            SoftCheck.objects.create(
                code="SC-1", entry=entry, way="phone", question_ko="한빛바이오에서 묻습니다", asked_at=clock.now(),
                asked_by_id=world.people["programme"],
            )


def test_what_soft_checks_refuse(world, need):
    ask, answer = network.ask_softly, network.record_soft_answer
    with world.as_("programme"):
        put(need, "PE-001")
        way.expert("PE-009", contact_way="none")
        put(need, "PE-009")
        network.move_need(need=need.code, state="soft_check")
        assert code_of(ask, need="NO", way="phone", **way.QUESTION, **ONE) == "network.need_unknown"
        assert code_of(ask, need=need.code, way="pigeon", **way.QUESTION, **ONE) == "core.bad_input"
        assert code_of(ask, need=need.code, way="phone", **ONE) == "network.soft_question_needed"
        other = {"subject": "person", "subject_code": "PE-002"}
        assert code_of(ask, need=need.code, way="phone", **way.QUESTION, **other) == "network.not_on_long_list"
        shy = {"subject": "person", "subject_code": "PE-009"}
        assert code_of(ask, need=need.code, way="phone", **way.QUESTION, **shy) == "network.no_contact_wanted"
        check = way.asked(need.code).code
        assert code_of(ask, need=need.code, way="phone", **way.QUESTION, **ONE) == "network.candidate_asked_already"
        assert code_of(answer, soft_check="NO", answer="yes") == "network.soft_check_unknown"
        assert code_of(answer, soft_check=check, answer="perhaps") == "core.bad_input"
        answer(soft_check=check, answer="no")
        assert code_of(answer, soft_check=check, answer="yes") == "network.soft_check_answered"
    with world.as_("sora"):
        assert code_of(answer, soft_check=check, answer="yes") == "access.not_allowed"


def test_an_answer_that_was_given_stays_in_the_database_too(world, need):
    with world.as_("programme"):
        put(need, "PE-001")
        network.move_need(need=need.code, state="soft_check")
        check = way.asked(need.code).code
        network.record_soft_answer(soft_check=check, answer="no")
        for change in ("answer = 'yes'", "question_ko = 'x'", "asked_at = now()"):
            with pytest.raises(IntegrityError, match="stay"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE network_soft_check SET {change} WHERE code = %s", [check])


def test_the_clock_of_an_answer_runs_until_it_is_given(world, need, settings):
    settings.SOFT_CHECK_DAYS = 5
    with world.as_("programme"):
        put(need, "PE-001")
        put(need, "PE-002")
        network.move_need(need=need.code, state="soft_check")
        way.asked(need.code)
        second = way.asked(need.code, "PE-002").code
    with clock.as_of(MONDAY + timedelta(days=2)), world.as_("programme"):
        network.record_soft_answer(soft_check=second, answer="yes")
    with clock.as_of(MONDAY + timedelta(days=6)), world.as_("programme"):
        tally = need_pipeline.tallies([need.id])[need.id]
        assert (tally.listed, tally.asked, tally.yes, tally.waiting, tally.late) == (2, 2, 1, 1, 1)
        assert [each.need_code for each in need_pipeline.silent()] == [need.code]
        times = need_pipeline.answer_times(MONDAY)
        assert (times.count, times.median) == (1, timedelta(days=2))


def test_the_audit_tells_neither_who_is_a_candidate_nor_what_she_said(world, need):
    """All staff read the audit, and the long list is for liaison staff."""
    with world.as_("programme"):
        put(need, "PE-001")
        put(need, "PE-002")
        network.move_on_long_list(need=need.code, subject="person", subject_code="PE-002", position=1)
        network.take_off_long_list(need=need.code, subject="person", subject_code="PE-002")
        network.move_need(need=need.code, state="soft_check")
        check = network.ask_softly(need=need.code, way="phone", question_en="Might you, in principle?", **ONE)
        network.record_soft_answer(soft_check=check.code, answer="no", heard="by phone")
    acts = ("put_on_long_list", "move_on_long_list", "take_off_long_list", "ask_softly", "record_soft_answer")
    with world.as_("auditor"):
        said = list(Activity.objects.filter(operation__in=[f"network.{act}" for act in acts]))
        assert {each.operation for each in said} == {f"network.{act}" for act in acts}
        for each in said:
            told = " ".join(str(value) for value in vars(each).values())
            assert need.code in told or str(need.id) in told
            assert not any(secret in told for secret in ("PE-00", check.code, "'no'", "phone")), told
