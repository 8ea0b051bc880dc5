"""Payers who never answer, and bills that are disputed: the other bills and the next month go on."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, Close, Dispute, Invoice
from squaremile.billing.reads import closes, statement
from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=32)


def february(world: World, **terms: int) -> Close:
    """Shown to two rivals."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world, **terms)
        used(world, "u:1", 97, at(3))
        used(world, "u:3", 60, at(9), whose="SAEBOM")
    with clock.as_of(MONDAY):
        made = closed(world)
        with world.as_("finance"):
            return billing.show_bills(close=made.code)


def test_where_silence_is_never_consent_the_next_month_still_begins(world: World):
    close = february(world, silence_days=0)
    mine, hers = bill_of(world), bill_of(world, "SAEBOM")
    with clock.as_of(MONDAY), world.as_("hajin"):
        billing.dispute_line(bill=mine.code, bill_line=1, reason="장비가 멈췄습니다")
        with pytest.raises(Forbidden):
            billing.accept_unanswered(bill=mine.code, remark="제가 승인합니다")
    with clock.as_of(APRIL_DAY):
        with world.as_("finance"):
            with pytest.raises(Refused, match="close_open"):
                billing.confirm_usage(issuer="JB", month=MARCH)
            with pytest.raises(Refused, match="disputes_open"):
                billing.accept_unanswered(bill=mine.code, remark="전화로 확인")
            with pytest.raises(Invalid, match="reason_needed"):
                billing.accept_unanswered(bill=hers.code, remark=" ")
            with pytest.raises(Missing, match="bill_unknown"):
                billing.accept_unanswered(bill="BL-NONE", remark="전화로 확인")
            billing.accept_unanswered(bill=hers.code, remark="전화로 확인")
            with pytest.raises(Refused, match="bill_step"):
                billing.accept_unanswered(bill=hers.code, remark="전화로 확인")
            billing.release_close(close=close.code)
        worked()
        with world.as_("sujin"):
            assert statement.bill(hers.code).accepted_remark == "전화로 확인"
            assert Notice.objects.filter(url=f"/money/bills/{hers.code}/", text_ko__contains="전화로 확인").count() == 1
        march = closed(world, MARCH)
        with world.as_("finance"):
            assert [(row.month, row.state) for row in closes.closes()] == [(MARCH, "review"), (FEBRUARY, "parked")]
            with pytest.raises(IntegrityError, match="close_one_open"), transaction.atomic():
                Close.objects.create(
                    code="CL-X", issuer=march.issuer, month=date(2027, 4, 1), as_of=clock.now(), state="rating", opened_at=clock.now()
                )
            # What was parked is answered, accepted and issued when it is.
            billing.settle_dispute(dispute=Dispute.objects.get().code, taken_off=8_750, reply="십 분")
            with pytest.raises(Refused, match="answer_awaited"):
                billing.accept_unanswered(bill=mine.code, remark="전화로 확인")
    with clock.as_of(APRIL_DAY + timedelta(days=2)):
        with world.as_("finance"):
            billing.accept_unanswered(bill=mine.code, remark="전화로 확인")
            billing.release_close(close=close.code)
        worked()
        with world.as_("finance"):
            assert (Close.objects.get(id=close.id).state, Invoice.objects.get(bill=mine).net) == ("issued", 70_000)
            assert Bill.objects.filter(close=march).exclude(state__in=("drafted", "empty")).count() == 0


def test_not_before_the_payers_time_is_over(world: World):
    close = february(world)
    code = bill_of(world).code
    with clock.as_of(MONDAY + timedelta(days=4)), world.as_("finance"), pytest.raises(Refused, match="answer_awaited"):
        billing.accept_unanswered(bill=code, remark="전화로 확인")
    assert close.shown_until is not None
    with clock.as_of(close.shown_until + timedelta(minutes=1)), world.as_("finance"):
        assert billing.accept_unanswered(bill=code, remark="전화로 확인").state == "accepted"


def test_a_payer_withdraws_while_nobody_has_answered(world: World):
    february(world)
    code = bill_of(world).code
    with clock.as_of(MONDAY):
        with world.as_("hajin"):
            dispute = billing.dispute_line(bill=code, bill_line=1, reason="장비가 멈췄습니다").code
        for who, error in (("sujin", Missing), ("hana", Forbidden), ("finance", Forbidden)):
            with world.as_(who), pytest.raises(error):
                billing.withdraw_dispute(dispute=dispute)
        with world.as_("hajin"):
            for change in ({"reason": "다른 말"}, {"state": "dropped", "reason": "다른 말"}, {"state": "upheld", "answer": "맞음"}):
                with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
                    Dispute.objects.filter(code=dispute).update(**change)
            assert billing.withdraw_dispute(dispute=dispute).state == "dropped"
            with pytest.raises(Missing, match="dispute_unknown"):
                billing.withdraw_dispute(dispute=dispute)
            assert [one.said.en for line in statement.bill(code).lines for one in line.disputes] == ["Withdrawn"]
            again = billing.dispute_line(bill=code, bill_line=1, reason="역시 멈췄습니다").code
        with world.as_("finance"):
            with pytest.raises(Missing, match="dispute_unknown"):
                billing.settle_dispute(dispute=dispute, taken_off=0, reply="맞습니다")
            billing.settle_dispute(dispute=again, taken_off=0, reply="맞습니다")
        with world.as_("hajin"):
            with pytest.raises(Missing, match="dispute_unknown"):
                billing.withdraw_dispute(dispute=again)
            assert billing.accept_bill(bill=code).state == "accepted"
