"""Staff look at the drafts, clear what is odd, and send the bills to their payers."""

from datetime import datetime, timedelta

from squaremile.billing import rules
from squaremile.billing.models import Account, Bill, BillException, Close
from squaremile.billing.operations.closing import STEP, locked, state_locked
from squaremile.billing.reads import stale
from squaremile.billing.words import closing as words
from squaremile.kernel import clock, rows
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.billing import BillShown


@operation(
    "billing.clear_exception", ko="예외 확인하기", en="Clear an exception", may=rules.keep_money,
    refuses=(words.EXCEPTION_UNKNOWN, words.REASON_NEEDED), constraints={"bill_exception_cleared": words.REASON_NEEDED},
)
def clear_exception(*, bill_exception: str, remark: str) -> BillException:
    """Somebody looked at it, and says why the bill stands."""
    if not remark.strip():
        raise Invalid(words.REASON_NEEDED)
    found = BillException.objects.select_for_update(of=("self",)).filter(code=bill_exception, cleared_at=None).first()
    if found is None:
        raise Missing(words.EXCEPTION_UNKNOWN)
    found.cleared_at, found.cleared_by, found.remark = clock.now(), require().actor, remark.strip()[:300]
    found.save(update_fields=["cleared_at", "cleared_by", "remark"])
    note(subject=found, organisation=found.organisation_id, kind=found.kind, remark=found.remark)
    return found


@operation(
    "billing.approve_bill", ko="청구서 검토 완료", en="Approve a bill", may=rules.keep_money,
    refuses=(words.BILL_UNKNOWN, words.BILL_STEP, words.EXCEPTIONS_OPEN, words.BILL_STALE), constraints=STEP,
)
def approve_bill(*, bill: str) -> Bill:
    """Reviewed: it may go to its payer. What blocks it has to be cleared first."""
    found = locked(bill)
    if found.state != "drafted":
        raise Refused(words.BILL_STEP)
    if n := _blocking(found):
        raise Refused(words.EXCEPTIONS_OPEN, {"n": n})
    _fresh([found])
    found.state = "approved"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id, gross=found.gross)
    return found


def _fresh(bills: list[Bill]) -> None:
    """Raises Refused where one was rated by terms that are not its terms any more. Whoever says other terms holds its account, and is
    waited for; who comes later finds the bills sent."""
    payers = Account.objects.filter(organisation_id__in={bill.organisation_id for bill in bills})
    list(payers.select_for_update(of=("self",), no_key=True).order_by("id"))
    if codes := stale.among(bills):
        raise Refused(words.BILL_STALE, {"n": len(codes), "codes": ", ".join(codes[:10])})


def _blocking(bill: Bill) -> int:
    return BillException.objects.filter(bill=bill, blocks=True, cleared_at=None).count()


@operation(
    "billing.show_bills", ko="이용 기업에 청구 내역 보내기", en="Send bills to their payers", may=rules.keep_money,
    refuses=(words.CLOSE_UNKNOWN, words.CLOSE_STEP, words.EXCEPTIONS_OPEN, words.BILL_STALE), constraints=STEP,
)
def show_bills(*, close: str) -> Close:
    """All drafts that nothing blocks are approved with it. Payers may accept or dispute until the terms' time is over."""
    found = locked_close(close)
    if found.state != "review":
        raise Refused(words.CLOSE_STEP)
    bills = list(Bill.objects.select_for_update(of=("self",)).filter(close=found, state__in=("drafted", "approved")).order_by("code"))
    if n := BillException.objects.filter(bill__in=bills, blocks=True, cleared_at=None).count():
        raise Refused(words.EXCEPTIONS_OPEN, {"n": n})
    _fresh(list(Bill.objects.filter(close=found, state__in=("drafted", "approved", "empty")).select_related("close").order_by("code")))
    found.state, found.shown_until = "payers", _until(found)
    found.save(update_fields=["state", "shown_until"])
    Bill.objects.filter(close=found, state="drafted").update(state="approved")
    Bill.objects.filter(close=found, state="approved").update(state="shown", told_at=clock.now())
    for bill in bills:
        publish(BillShown(bill.id, bill.code, bill.organisation_id))
    if not bills:
        finish(found)
    note(subject=found, shown=len(bills), until=found.shown_until)
    return found


def _until(close: Close) -> datetime | None:
    """Until when payers may answer. Where silence is never consent, nothing ends their time."""
    days = close.issuer.silence_days
    return clock.now() + timedelta(days=days) if days else None


_TO_ISSUE = "SELECT 1 FROM billing_bill WHERE close_id = %s AND state NOT IN ('issued', 'empty') LIMIT 1"


def finish(close: Close) -> None:
    """A close whose bills are all issued, or had nothing to bill, is over."""
    if state_locked(close) in ("payers", "parked") and not rows.ask(_TO_ISSUE, [close.id]):
        close.state = "issued"
        close.save(update_fields=["state"])


def locked_close(code: str) -> Close:
    """A close by its code, locked. Raises Missing."""
    found = Close.objects.select_for_update(of=("self",)).select_related("issuer").filter(code=code).first()
    if found is None:
        raise Missing(words.CLOSE_UNKNOWN)
    return found
