"""The month close up to its drafts: confirm usage, rate, draft. Each bill is a unit of its own, done once."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.db.models import Exists, Max, OuterRef, Sum

from squaremile.billing import rules
from squaremile.billing.models import (
    Account,
    AccountTerm,
    Bill,
    BillException,
    BillLine,
    Charge,
    ChargeSheet,
    Close,
    Dispute,
    Issuer,
)
from squaremile.billing.models.close import CLOSE_OVER
from squaremile.billing.operations.issuers import issuer_of
from squaremile.billing.operations.sheets import write
from squaremile.billing.policies.charges import Charged, decimal
from squaremile.billing.policies.oddities import variance
from squaremile.billing.policies.reasons import Reason
from squaremile.billing.reads import drafting, months, rating, terms, unbilled
from squaremile.billing.words import accounts
from squaremile.billing.words import closing as words
from squaremile.kernel import clock, rows
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import civil
from squaremile.metering.reads import billable
from squaremile.published.billing import BillAsked

STEP = {"close_step_allowed": words.CLOSE_STEP, "bill_step_allowed": words.BILL_STEP}
ONCE = {
    "charge_once": words.BILL_STEP, "charge_sheet_once": words.BILL_STEP, "bill_line_once": words.BILL_STEP,
    "bill_exception_once": words.BILL_STEP, "bill_once": words.CLOSE_ALREADY,
}
"""Two that do the same step at once: the second finds it done."""


@operation(
    "billing.confirm_usage", ko="사용량 확정하고 마감 시작", en="Confirm usage and begin the close", may=rules.keep_money,
    refuses=(accounts.ISSUER_UNKNOWN, words.CLOSE_ORDER, words.CLOSE_OPEN),
    constraints={"close_once": words.CLOSE_ALREADY, "close_one_open": words.CLOSE_OPEN, "close_month_first_day": words.CLOSE_ORDER, **STEP, **ONCE},
)
def confirm_usage(*, issuer: str, month: date) -> Close:
    """What was recorded until now is in it; what comes later goes to the next bill. Every active account gets a bill to be rated,
    and who is not active any more and owes something still. Bills of the
    month before that are disputed are parked where all others are issued."""
    of, first = issuer_of(issuer), months.first_of(month)
    last = Close.objects.filter(issuer=of).order_by("-month").first()
    if last is not None and last.state not in CLOSE_OVER and (last.month == first or not _park(last)):
        raise Refused(words.CLOSE_OPEN if last.month != first else words.CLOSE_ALREADY)
    if months.after(first) > months.today() or (last is not None and first != months.after(last.month)):
        raise Invalid(words.CLOSE_ORDER)
    made = Close.objects.create(
        code=short_code("CL"), issuer=of, month=first, as_of=clock.now(), state="rating", opened_at=clock.now()
    )
    bills = [
        Bill(code=short_code("BL"), close=made, account=account, organisation_id=account.organisation_id, state="pending")
        for account in unbilled.billed(of, first, made.as_of)
    ]
    Bill.objects.bulk_create(bills)
    for bill in bills:
        publish(BillAsked(bill.id, bill.code, "rate"))
    _without_account(made)
    if not bills:
        _advance(made)
    note(subject=made, month=first, bills=len(bills))
    return made


def _park(close: Close) -> bool:
    """What is disputed does not hold up the next month once all the rest is issued: limits of vouchers count it as it was drafted."""
    found = Close.objects.select_for_update(of=("self",)).get(id=close.id)
    disputed = Dispute.objects.filter(bill=OuterRef("pk"), state="open")
    waits = Bill.objects.filter(close=found).exclude(state__in=("issued", "empty")).filter(~Exists(disputed))
    if found.state == "payers" and not waits.exists():
        found.state = "parked"
        found.save(update_fields=["state"])
    return found.state in CLOSE_OVER


def _without_account(close: Close) -> None:
    """Whoever used something and has no account with anybody that is billed."""
    start, end = months.bounds(close.month)
    known = set(Account.objects.filter(active=True).values_list("organisation_id", flat=True))
    # What an account that is not active any more is billed for is before the day on which it ended.
    ended = dict(AccountTerm.objects.filter(
        account__active=False, active=False, since__gt=close.month, since__lt=months.after(close.month)
    ).exclude(organisation_id__in=known).values_list("organisation_id").annotate(Max("since")).order_by())
    others = billable.organisations() - known
    for organisation, n in sorted(billable.users(others, start=start, end=end, before=close.as_of).items(), key=str) if others else ():
        if organisation in ended:
            begins = civil(ended[organisation], time.min, months.zone())
            n = billable.users([organisation], start=begins, end=end, before=close.as_of).get(organisation, 0)
        if n:
            BillException.objects.create(
                code=short_code("EX"), close=close, organisation_id=organisation, kind="no_account", blocks=False,
                **_text(words.SAYS["no_account"].fill({"n": n})),
            )


@operation(
    "billing.rate_bill", ko="청구서 요금 계산", en="Rate a bill", may=rules.close_by_itself, refuses=(words.BILL_UNKNOWN,),
    constraints={**STEP, **ONCE},
)
def rate_bill(*, bill: str) -> Bill:
    """Charges for what was used, with every reason, and what looks odd. Done already: nothing happens."""
    found = locked(bill)
    if found.state != "pending":
        note(subject=found, organisation=found.organisation_id, already=True)
        return found
    # Whoever says other terms holds its account: they are read here, or `stale` finds that they were said later.
    rows.ask("SELECT id FROM billing_account WHERE organisation_id = %s ORDER BY id FOR NO KEY UPDATE", [found.organisation_id])
    found.rated_at = clock.now()
    rated = rating.rated(found.account, found.close.month, found.close.as_of, found.id)
    Charge.objects.bulk_create((_row(found, charge) for charge in rated.charges), batch_size=1000)
    write(found, rated)
    _odd(found, rated.odd)
    found.state, found.events = "rated", rated.events
    found.save(update_fields=["state", "events", "rated_at"])
    publish(BillAsked(found.id, found.code, "draft"))
    how = {"one_by_one": rated.one_by_one} if rated.one_by_one else {}
    note(subject=found, organisation=found.organisation_id, charges=len(rated.charges), sheets=len(rated.sheets), odd=len(rated.odd), **how)
    return found


def _row(bill: Bill, charge: Charged) -> Charge:
    said = {f: getattr(charge, f) for f in (
        "key", "kind", "month", "origin", "part", "item", "card", "version", "subject", "nfec", "use_mode", "first", "last", "start",
        "end", "quantity", "unit", "amount", "net", "person",
    )}  # fmt: skip
    return Charge(
        bill=bill, organisation_id=bill.organisation_id, label_ko=charge.label.ko[:120], label_en=charge.label.en[:120],
        project_id=charge.project, contract_id=charge.contract, tax_code=charge.tax.code, tax_category=charge.tax.category,
        tax_percent=decimal(charge.tax.percent), reasons=told(charge.reasons), **said,
    )


def told(reasons: Iterable[Reason]) -> list[dict[str, str]]:
    """Reasons as they are stored: never computed anew."""
    return [{"rule": r.rule, "version": r.version, "ko": r.text.ko, "en": r.text.en} for r in reasons]


def _odd(bill: Bill, odd: Iterable[rating.Odd]) -> None:
    BillException.objects.bulk_create(
        (
            BillException(
                code=short_code("EX"), close=bill.close, bill=bill, organisation_id=bill.organisation_id, kind=one.kind,
                origin_of=one.origin[:160], blocks=one.kind in words.BLOCKING, **_text(one.says),
            )
            for one in {(o.kind, o.origin): o for o in odd}.values()
        ),
        ignore_conflicts=True,
    )


def _text(says: Any) -> dict[str, str]:
    return {"says_ko": says.ko[:300], "says_en": says.en[:300]}


@operation(
    "billing.draft_bill", ko="청구서 초안 작성", en="Draft a bill", may=rules.close_by_itself, refuses=(words.BILL_UNKNOWN,),
    constraints={**STEP, **ONCE},
)
def draft_bill(*, bill: str) -> Bill:
    """Lines, vouchers, tax, wallets and rounding from the stored charges. Done already: nothing happens."""
    found = locked(bill)
    if found.state != "rated":
        note(subject=found, organisation=found.organisation_id, already=True)
        return found
    groups = drafting.stored(found.id)
    drafted = _drafted(found, groups)
    found.state = "drafted" if drafted.lines else "empty"
    found.save(update_fields=[*_FIGURES, "state"])
    _compare(found, late=any(group.kind == "late" for group in groups))
    _advance(found.close)
    note(subject=found, organisation=found.organisation_id, gross=found.gross, lines=len(drafted.lines))
    return found


_CREDITS = "SELECT id FROM {table} WHERE organisation_id = %s AND issuer_id = %s ORDER BY id FOR UPDATE"
_FIGURES = ("net", "tax", "gross", "rounding", "payable", "taxes", "prepaid", "rounding_reason")


def redraft(bill: Bill) -> drafting.Drafted:
    """The lines anew, from the same charges and vouchers and with the disputes that were granted since, inside another operation."""
    lines = BillLine.objects.filter(bill=bill)
    shown = frozenset(lines.filter(kind="voucher").values_list("item", flat=True))
    lines.delete()
    drafted = _drafted(bill, drafting.stored(bill.id), shown)
    bill.save(update_fields=_FIGURES)
    return drafted


def _drafted(bill: Bill, groups: list[drafting.Group], only: frozenset[str] | None = None) -> drafting.Drafted:
    """Its lines written, its figures set. `only`: the vouchers that its payer was shown, for one that is drafted anew."""
    # Limits of vouchers and balances of wallets run on from month to month: whoever draws on them drafts one after the other.
    mine = [bill.organisation_id, bill.account.issuer_id]
    vouchers, wallets = (rows.ask(_CREDITS.format(table=table), mine) for table in ("billing_voucher", "billing_wallet"))
    card = terms.of_one(bill.account).last(bill.close.month)
    drafted = drafting.drafted(bill.account, card, bill.close.month, groups, bill, credits_too=bool(vouchers or wallets), only=only)
    rows.insert(_line(bill, n, *line) for n, line in enumerate(drafted.lines, 1))
    made = drafted.bill
    bill.net, bill.tax, bill.gross, bill.rounding, bill.payable = made.net, made.tax, made.gross, made.rounding, made.payable
    bill.taxes = [
        {"category": t.tax.category, "percent": str(decimal(t.tax.percent)), "base": t.base, "amount": t.amount, "reasons": told(r)}
        for t, r in drafted.taxes
    ]
    bill.prepaid = [{"code": p.code, "ko": p.label.ko, "en": p.label.en, "amount": p.amount, "reasons": told(r)} for p, r in drafted.prepaid]
    bill.rounding_reason = told([drafted.rounding])[0]
    return drafted


def _line(bill: Bill, number: int, row: Any, group: drafting.Group | None, reasons: tuple[Reason, ...]) -> BillLine:
    month = bill.close.month
    tax = row.of
    use = group is not None and row.kind == "use"
    return BillLine(
        bill=bill, organisation_id=bill.organisation_id, number=number, kind=group.kind if group and use else row.kind, item=row.code,
        label_ko=row.label.ko[:120], label_en=row.label.en[:120], card=f"{group.card} v{group.version}" if group and group.version else
        group.card if group else "", project_id=group.project if group else None, subject=group.subject if group else "",
        nfec=group.nfec if group else "", use_mode=group.use_mode if group else "", first=group.first if group else month,
        last=group.last if group else months.last_of(month), quantity=group.quantity if group and use else 1,
        unit=group.unit if group and use else "", net=row.net, tax=row.tax, gross=row.gross, tax_category=tax.category,
        tax_percent=decimal(tax.percent), reasons=told(reasons), key=group.key if group and use else f"{row.kind}:{row.code}:{tax.code}",
    )


_BEFORE = "SELECT b.gross FROM billing_bill b JOIN billing_close c ON c.id = b.close_id WHERE b.account_id = %s AND c.month = %s"


def _compare(bill: Bill, *, late: bool) -> None:
    """With the month before, and with nought. `late`: something came late of closed months."""
    currency = bill.close.issuer.currency
    before = rows.ask(_BEFORE, [bill.account_id, months.before(bill.close.month)])
    percent = variance(bill.gross, before[0][0]) if before else None
    found = []
    if percent is not None:
        says = {"before": rating.said(before[0][0], currency), "now": rating.said(bill.gross, currency), "percent": percent}
        found.append(rating.Odd("variance", bill.code, words.SAYS["variance"].fill(says)))
    if bill.gross < 0:
        found.append(rating.Odd("negative", bill.code, words.SAYS["negative"].fill({"amount": rating.said(bill.gross, currency)})))
    by_month = Charge.objects.filter(bill=bill, kind="late").values("month").annotate(net=Sum("net")).order_by("month") if late else ()
    for row in by_month:
        values = {"month": f"{row['month']:%Y-%m}", "amount": rating.said(int(row["net"]), currency)}
        found.append(rating.Odd("late", f"{bill.code}:{row['month']:%Y-%m}", words.SAYS["late"].fill(values)))
    _odd(bill, found)


def _advance(close: Close) -> None:
    """The last draft takes the close to review. Bills that finish together queue at the close's row."""
    if state_locked(close) == "rating" and not rows.ask(_TO_DRAFT, [close.id]):
        close.state = "review"
        close.save(update_fields=["state"])


_TO_DRAFT = "SELECT 1 FROM billing_bill WHERE close_id = %s AND state IN ('pending', 'rated') LIMIT 1"


def state_locked(close: Close) -> str:
    """The state of a close, its row locked."""
    return str(rows.ask("SELECT state FROM billing_close WHERE id = %s FOR UPDATE", [close.id])[0][0])


@operation(
    "billing.rate_again", ko="청구서 다시 계산", en="Rate a bill again", may=rules.keep_money, refuses=(words.BILL_UNKNOWN, words.BILL_STEP),
    constraints=STEP,
)
def rate_again(*, bill: str) -> Bill:
    """After an account or a card was mended: its charges are taken back and rated anew, with what was recorded until the
    close began and by the account's terms as they stand now. Not once the payer has seen it."""
    found = locked(bill)
    if found.state not in ("drafted", "approved", "empty") or found.close.state not in ("rating", "review"):
        raise Refused(words.BILL_STEP)
    Charge.objects.filter(bill=found).delete()
    ChargeSheet.objects.filter(bill=found).delete()
    BillLine.objects.filter(bill=found).delete()
    BillException.objects.filter(bill=found).delete()
    close = Close.objects.select_for_update(of=("self",)).get(id=found.close_id)
    if close.state == "review":
        close.state = "rating"
        close.save(update_fields=["state"])
    found.state = "pending"
    found.net = found.tax = found.gross = found.rounding = found.payable = 0
    found.taxes, found.prepaid, found.rounding_reason = [], [], None
    found.save()
    publish(BillAsked(found.id, found.code, "rate"))
    note(subject=found, organisation=found.organisation_id)
    return found


_LOCKED = """
SELECT {bill}, {close}, {issuer}, {account}, {payee} FROM billing_bill b JOIN billing_close c ON c.id = b.close_id
  JOIN billing_issuer i ON i.id = c.issuer_id JOIN billing_account a ON a.id = b.account_id JOIN billing_issuer p ON p.id = a.issuer_id
 WHERE b.code = %s FOR UPDATE OF {held}
"""


def locked(code: str, *, with_account: bool = False) -> Bill:
    """A bill by its code, locked; `with_account`: and its account's row after it. What one may not see is Missing."""
    named = {"bill": (Bill, "b"), "close": (Close, "c"), "issuer": (Issuer, "i"), "account": (Account, "a"), "payee": (Issuer, "p")}
    said = {name: rows.columns(model, alias) for name, (model, alias) in named.items()}
    found = rows.ask(_LOCKED.format(**said, held="b, a" if with_account else "b"), [code])
    if not found:
        raise Missing(words.BILL_UNKNOWN)
    bill, close, issuer, account, payee = rows.models(found[0], Bill, Close, Issuer, Account, Issuer)
    bill.close, bill.account, close.issuer, account.issuer = close, account, issuer, payee
    return bill
