"""Two rounds of the close: one that is over, with its invoices and what was paid of them, and one that is with its payers."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from squaremile.billing import operations as billing
from squaremile.billing.reads import awaited, closes, documents, statement
from squaremile.cli.demo.money.setting import Setting
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system

CREDITED, LATE = "MIRINAE", "MULGIL"
"""Of the month that is over: whose invoice was corrected, and who has paid half of hers."""
WAITS, DISPUTES = "MOAK", "BYEOTNWI"
"""Of the month after it: who has not answered yet, and who objects."""


def _drafted(setting: Setting, issuer: str, month: date, moment: datetime) -> str:
    """Usage confirmed, every bill rated and drafted as the worker does it, and sent; gives back the close."""
    with clock.as_of(moment), scope(setting.bookkeeper):
        close = billing.confirm_usage(issuer=issuer, month=month).code
    with clock.as_of(moment + timedelta(seconds=1)), scope(system("worker")):
        for row in _bills(setting, close):
            billing.rate_bill(bill=row.code)
            billing.draft_bill(bill=row.code)
    with clock.as_of(moment + timedelta(seconds=2)), scope(setting.bookkeeper):
        billing.show_bills(close=close)
    return close


def _bills(setting: Setting, close: str) -> tuple[closes.BillRow, ...]:
    with scope(setting.bookkeeper):
        return closes.close(close).bills


def _issued(setting: Setting, close: str, moment: datetime) -> dict[str, str]:
    """What is accepted becomes invoices; their numbers by the organisation's code."""
    with clock.as_of(moment), scope(setting.bookkeeper):
        billing.release_close(close=close)
    rows = _bills(setting, close)
    with clock.as_of(moment + timedelta(seconds=1)), scope(system("worker")):
        made = [billing.issue_bill(bill=row.code) for row in rows if row.state == "accepted"]
    return {one.parties["payer"]["code"]: one.code for one in made}


def over(setting: Setting, issuer: str, accounts: Mapping[str, str]) -> Iterator[int]:
    """The first month: nobody objected in time; most have paid, one the half of it, one less what was credited to her."""
    month, following = setting.first, setting.last
    close = _drafted(setting, issuer, month, setting.at(following.replace(day=3)))
    yield 1
    moment = setting.at(following.replace(day=9))
    with clock.as_of(moment - timedelta(hours=1)), scope(system("worker")):
        billing.accept_silent()
    for company, invoice in _issued(setting, close, moment).items():
        if company == CREDITED:
            _credited(setting, invoice, setting.at(following.replace(day=12)))
        with scope(setting.bookkeeper):
            owed = statement.invoice(invoice).open.minor
        paid = owed // 2 if company == LATE else owed
        if paid > 0 and company in accounts:
            with clock.as_of(setting.at(following.replace(day=18), 15)), scope(setting.bookkeeper):
                billing.record_payment(
                    account=accounts[company], amount=paid, paid_on=following.replace(day=18), bank_reference=f"{company} {month:%Y-%m}",
                    invoice=invoice,
                )
    yield 2


def _credited(setting: Setting, invoice: str, moment: datetime) -> None:
    """A tenth of its first use is taken back."""
    with clock.as_of(moment), scope(setting.bookkeeper):
        line = next((line for line in documents.document(invoice).lines if line.kind == "use" and line.net >= 10), None)
        if line is not None:
            billing.correct_invoice(
                invoice=invoice, correction="value_change", explanation="장비 점검으로 끊긴 시간을 뺍니다 / Time lost to an inspection is taken off",
                amounts={str(line.number): line.net // 10},
            )


def running(setting: Setting, issuer: str) -> Iterator[int]:
    """The month after it, sent this moment: one waits for its payer, one is disputed, what was accepted at once is issued."""
    close = _drafted(setting, issuer, setting.last, setting.now + timedelta(seconds=2))
    yield 1
    with clock.as_of(setting.now + timedelta(seconds=5)):
        for company in setting.organisations:
            with scope(setting.payer(company)):
                for bill in (one.code for one in awaited.for_me() if one.month == setting.last):
                    _answered(company, bill)
    _issued(setting, close, setting.now + timedelta(seconds=6))
    yield 2


def _answered(company: str, bill: str) -> None:
    seen = statement.bill(bill)
    if seen.state != "shown" or company == WAITS:
        return
    line = next((line for line in seen.lines if line.kind == "use"), None)
    if company == DISPUTES and line is not None:
        billing.dispute_line(
            bill=bill, bill_line=line.number, reason="고장으로 쓰지 못한 시간이 들어 있습니다. / Time lost to a fault is in it."
        )
    else:
        billing.accept_bill(bill=bill)
