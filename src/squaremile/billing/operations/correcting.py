"""Corrections of issued documents: a credit note with a reason, and an invoice anew where the reason asks for one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, Dispute, Invoice, InvoiceLine, Refund, Voucher
from squaremile.billing.operations.issuing import LINE, STANDS, document
from squaremile.billing.operations.payments import settle_from_credit_notes, settle_with_credit
from squaremile.billing.policies.corrections import REASONS, tax_within
from squaremile.billing.policies.pricing import to_minor
from squaremile.billing.policies.taking_back import Billed, with_vouchers
from squaremile.billing.reads import beyond, months
from squaremile.billing.reads.rating import said
from squaremile.billing.words import money as words
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation


@operation(
    "billing.correct_invoice", ko="청구서 정정하기", en="Correct an invoice", may=rules.keep_money,
    refuses=(
        words.INVOICE_UNKNOWN, words.NOT_AN_INVOICE, words.REASON_UNKNOWN, words.CORRECTED_ALREADY, words.CORRECTED_SO, words.CORRECTION_AMOUNT,
        words.PAYMENT_UNSOUND,
    ),
    constraints={
        **STANDS, "invoice_taken_back_once": words.CORRECTION_AMOUNT, "match_within": words.MATCH_AMOUNT,
        "invoice_corrects_with_reason": words.REASON_UNKNOWN,
    },
)
def correct_invoice(
    *, invoice: str, correction: str, explanation: str, amounts: Mapping[str, int] | None = None, happened_on: date | None = None
) -> Invoice:
    """A credit note, with the reason that the tax office and UBL know. Gives back the credit note.

    `amounts`: line number → net to take back, where the reason does not take back the whole; what vouchers had paid of it goes
    back to them, unless a voucher's line is named too. Where it asks for an invoice anew, that is issued with the account's
    particulars of today, from the same lines.
    """
    found = Invoice.objects.filter(code=invoice).select_related("account__issuer", "bill").first()
    if found is None:
        raise Missing(words.INVOICE_UNKNOWN)
    # Corrections of one account's documents queue at its row: what is left of a line is taken back once.
    account = Account.objects.select_for_update(of=("self",)).select_related("issuer").get(id=found.account_id)
    if found.kind != "invoice":
        raise Refused(words.NOT_AN_INVOICE)
    _nothing_given(found)
    if (reason := REASONS.get(correction)) is None or not explanation.strip():
        raise Invalid(words.REASON_UNKNOWN)
    day = months.today()
    if happened_on is not None and happened_on > day:
        raise Invalid(words.PAYMENT_UNSOUND)
    lines, taken = list(InvoiceLine.objects.filter(invoice=found).order_by("number")), _taken(found)
    left = {line.number: line.net - taken[line.number] for line in lines}
    if not any(left.values()):
        raise Refused(words.CORRECTED_ALREADY)
    back = left if reason.whole else _asked(amounts or {}, left, _billed(found, lines), taken)
    if (same := _said_already(found, correction, explanation, back, day)) is not None:
        taken_back, rest = said(-same.net, found.currency), said(sum(left.values()), found.currency)
        raise Refused(words.CORRECTED_SO, {"code": same.code, "taken": taken_back, "left": rest})
    says = explanation.strip()[:300]
    rows, taxes = _rows(found, lines, back, {"reason": reason.label, "explanation": says})
    dated = found.dated if reason.dated == "original" else happened_on or day
    net, tax = sum(r["net"] for r in rows), sum(r["tax"] for r in rows)
    whole = all(back.get(number, 0) == rest for number, rest in left.items())
    back_to = _to_wallets(found, -net - tax, whole=whole)
    # With the last of it, the rounding of the document goes back too: nothing of it is left in the books.
    rounding = -found.rounding if whole else 0
    made = document(
        account, "credit_note", day, dated=dated, first=found.first, last=found.last, corrects=found, reason=correction, note=says,
        figures={
            "net": net, "tax": tax, "gross": net + tax, "payable": net + tax + rounding - sum(p["amount"] for p in back_to), "taxes": taxes,
            "prepaid": back_to, "rounding": rounding, "rounding_reason": found.rounding_reason if rounding else None,
        },
        lines=rows,
    )
    settle_with_credit(made, found)
    anew = _anew(account, found, lines, left, day, made) if reason.anew else None
    note(subject=made, organisation=found.organisation_id, invoice=invoice, reason=correction, gross=made.gross, anew=anew and anew.code)
    return made


def _nothing_given(found: Invoice) -> None:
    """What an invoice below nought has given to others, or was paid back of it, is not given a second time."""
    if found.payable < 0 and (found.gives.exists() or Refund.objects.filter(credit_note=found).exists()):
        raise Refused(words.CORRECTED_ALREADY)


def _taken(invoice: Invoice) -> defaultdict[int, int]:
    """What earlier credit notes took back of each line's net."""
    found: defaultdict[int, int] = defaultdict(int)
    for number, net in InvoiceLine.objects.filter(invoice__corrects=invoice, corrects__isnull=False).values_list("corrects", "net"):
        found[number or 0] -= net
    return found


def _to_wallets(invoice: Invoice, gross: int, *, whole: bool) -> list[dict[str, Any]]:
    """What wallets paid of it goes back to them, below nought: its share of what is taken back, and with the rest of the
    document all that did not go back before."""
    returned: defaultdict[str, int] = defaultdict(int)
    for earlier in Invoice.objects.filter(corrects=invoice).values_list("prepaid", flat=True):
        for paid in earlier:
            returned[paid["code"]] -= paid["amount"]
    found = []
    for paid in invoice.prepaid:
        left = paid["amount"] - returned[paid["code"]]
        share = left if whole else min(left, to_minor(Fraction(paid["amount"] * gross, invoice.gross), 0)) if invoice.gross else 0
        if share > 0:
            found.append({**paid, "amount": -share, "reasons": []})
    return found


def _asked(amounts: Mapping[str, int], left: Mapping[int, int], lines: list[Billed], taken: Mapping[int, int]) -> dict[int, int]:
    """Line → net to take back: within what is left of it, on the same side of nought (a voucher's line goes back below it), with
    each voucher's share. Together never more than is left of the document, and never less than nothing."""
    asked = {int(number): amount for number, amount in amounts.items() if str(number).isdigit()}
    sound = len(asked) == len(amounts) > 0 and all(_within(amount, left.get(number, 0)) for number, amount in asked.items())
    back = with_vouchers(lines, taken, asked, left) if sound else {}
    if not sound or not 0 <= sum(back.values()) <= max(0, sum(left.values())):
        raise Invalid(words.CORRECTION_AMOUNT)
    return back


def _billed(invoice: Invoice, lines: list[InvoiceLine]) -> list[Billed]:
    """Lines with what vouchers may take, and which line an adjustment is of. A voucher holds as it did when the bill was drafted."""
    vouchers = {line.item for line in lines if line.kind == "voucher"}
    granted = {v.code: v for v in Voucher.objects.filter(code__in=vouchers)} if vouchers else {}
    adjusted = {line.item for line in lines if line.kind == "adjustment"} if vouchers else set()
    keys = dict(Dispute.objects.filter(code__in=adjusted).values_list("code", "key")) if adjusted else {}
    by_key, found = {line.key: line.number for line in lines}, list[Billed]()
    then, bill = beyond.earlier(invoice.account, granted, None), _bill_of(invoice)
    for line in lines:
        said = (line.number, line.kind, line.item, (line.tax_category, str(line.tax_percent)), line.net)
        if (voucher := granted.get(line.item)) is not None:
            since, until = then.of_bill(voucher.code, bill)
            last = until - timedelta(days=1) if until else date.max
            found.append(Billed(*said, frozenset(voucher.items), None, since, last))
        else:
            of = beyond.Line(bill, line.key, line.kind, line.item, said[3], line.first, line.last, invoice.first, line.net)
            held = beyond.held_for_vouchers(of, then)
            found.append(Billed(*said, frozenset(), by_key.get(keys.get(line.item, "")), line.first, line.last, held))
    return found


def _bill_of(invoice: Invoice) -> UUID | None:
    """The bill that a document was made of: one that was issued anew is of that of the first in whose place it is."""
    while invoice.bill_id is None and invoice.replaces is not None:
        invoice = invoice.replaces
    return invoice.bill_id


def _within(amount: int, left: int) -> bool:
    return 0 < amount <= left or left <= amount < 0


def _said_already(invoice: Invoice, correction: str, explanation: str, back: Mapping[int, int], day: date) -> Invoice | None:
    """The very same correction, in the same words on the same day: a second click, not a second correction."""
    same = Invoice.objects.filter(corrects=invoice, reason=correction, note=explanation.strip()[:300], issued_on=day)
    wanted = {number: -amount for number, amount in back.items() if amount}
    shares = set(InvoiceLine.objects.filter(invoice=invoice, kind="voucher").values_list("number", flat=True)) if len(same) else set()

    def named(amounts: Mapping[int, int]) -> dict[int, int]:
        """Without the vouchers' shares, which are a unit more or less the second time."""
        return {number: amount for number, amount in amounts.items() if number not in shares} or dict(amounts)

    return next((one for one in same if named({n or 0: net for n, net in one.lines.values_list("corrects", "net")}) == named(wanted)), None)


def _rows(
    invoice: Invoice, lines: list[InvoiceLine], back: Mapping[int, int], why: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lines of the credit note. The tax of all that was taken back so far is rounded, so that parts add up to the whole."""
    returned: defaultdict[int, int] = defaultdict(int)
    for number, tax in InvoiceLine.objects.filter(invoice__corrects=invoice, corrects__isnull=False).values_list("corrects", "tax"):
        returned[number or 0] -= tax
    taken, rows = _taken(invoice), list[dict[str, Any]]()
    by_kind: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        if not (net := back.get(line.number, 0)):
            continue
        tax = tax_within(line.tax, line.net, taken[line.number] + net) - returned[line.number]
        text = words.TAKES_BACK.fill({"code": invoice.code, "line": line.number, **why})
        reason = {"rule": "correction", "version": invoice.code, "ko": text.ko, "en": text.en}
        rows.append({
            **{f: getattr(line, f) for f in LINE}, "number": len(rows) + 1, "corrects": line.number, "net": -net, "tax": -tax, "gross": -net - tax,
            "quantity": -line.quantity if net == line.net else -1, "unit": line.unit if net == line.net else "", "unit_price": None,
            "reasons": [reason],
        })
        kind = by_kind[line.tax_category, str(line.tax_percent)]
        kind[0], kind[1] = kind[0] - net, kind[1] - tax
    taxes = [{"category": c, "percent": p, "base": b, "amount": a, "reasons": []} for (c, p), (b, a) in sorted(by_kind.items())]
    return rows, taxes


def _anew(
    account: Account, old: Invoice, lines: list[InvoiceLine], left: Mapping[int, int], day: date, credit_note: Invoice
) -> Invoice:
    """The same lines in the account's name of today. What the credit note gave back to wallets they pay of this one."""
    whole = all(left[line.number] == line.net for line in lines)
    rows, taxes = ([{f: getattr(line, f) for f in LINE} for line in lines], old.taxes) if whole else _rest(old, lines)
    net, tax = sum(r["net"] for r in rows), sum(r["tax"] for r in rows)
    rounding = old.rounding if whole else 0
    prepaid = [{**paid, "amount": -paid["amount"]} for paid in credit_note.prepaid]
    made = document(
        account, "invoice", day, dated=old.dated, first=old.first, last=old.last, replaces=old,
        figures={
            "net": net, "tax": tax, "gross": net + tax, "payable": net + tax + rounding - sum(p["amount"] for p in prepaid), "taxes": taxes,
            "rounding": rounding, "prepaid": prepaid, "rounding_reason": old.rounding_reason if whole else None,
        },
        lines=rows,
    )
    for credit in Invoice.objects.filter(corrects=old, kind="credit_note").order_by("issued_at"):
        settle_with_credit(credit, made)
    settle_from_credit_notes(made)
    return made


def _rest(old: Invoice, lines: list[InvoiceLine]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What was left of the document before it was taken back: the last credit note, turned round."""
    last = Invoice.objects.filter(corrects=old).order_by("-issued_at", "-sequence")[0]
    by_number = {line.number: line for line in lines}
    rows = []
    for n, back in enumerate(InvoiceLine.objects.filter(invoice=last).order_by("number"), 1):
        line = by_number[back.corrects or 0]
        rows.append({
            **{f: getattr(line, f) for f in LINE}, "number": n, "net": -back.net, "tax": -back.tax, "gross": -back.gross,
        })
    return rows, [{**t, "base": -t["base"], "amount": -t["amount"]} for t in last.taxes]
