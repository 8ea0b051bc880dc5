"""From charges to a bill: sums, granted disputes, vouchers, tax, wallets. The close and its dry run draft by this alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import F, Sum

from squaremile.billing.models import (
    Account,
    Bill,
    BillLine,
    InvoiceLine,
    Posting,
    Voucher,
    Wallet,
)
from squaremile.billing.policies import bill as policy
from squaremile.billing.policies.card import Card, Tax
from squaremile.billing.policies.charges import Charged
from squaremile.billing.policies.credits import Credits, meets
from squaremile.billing.policies.credits import Voucher as VoucherTerms
from squaremile.billing.policies.credits import Wallet as WalletTerms
from squaremile.billing.policies.reasons import Reason, reasons
from squaremile.billing.policies.sheets import Sheet
from squaremile.billing.reads import beyond, held, months, voucher_ends
from squaremile.billing.reads.held import Held
from squaremile.billing.words import closing as words
from squaremile.kernel import rows
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Group:
    """Charges that become one line."""

    key: str
    kind: str
    item: str
    version: int
    label: Text
    card: str
    project: UUID | None
    subject: str
    nfec: str
    use_mode: str
    first: date
    last: date
    lines: int
    quantity: Decimal
    unit: str
    amount: int
    net: int
    tax: Tax
    held: Held = field(compare=False)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A bill as it would be issued, and the group behind each of its rows (none behind vouchers)."""

    bill: policy.Bill
    lines: tuple[tuple[policy.Row, Group | None, tuple[Reason, ...]], ...]
    prepaid: tuple[tuple[policy.Paid, tuple[Reason, ...]], ...]
    taxes: tuple[tuple[policy.TaxRow, tuple[Reason, ...]], ...]
    rounding: Reason


def grouped(charges: Iterable[Charged], sheets: Iterable[Sheet] = ()) -> list[Group]:
    """Charges in memory, as `stored` gives those of the tables."""
    return _together((*(_group(c, 1, held.of_charge(c)) for c in charges), *(_group(s.of, s.uses, held.of_sheet(s)) for s in sheets)))


def _group(c: Charged, n: int, of: Held) -> Group:
    return Group(
        c.key, c.kind, c.item, c.version, c.label, c.card, c.project, c.subject, c.nfec, c.use_mode, c.first, c.last, n, c.quantity, c.unit,
        c.amount, c.net, c.tax, of,
    )


def _together(groups: Iterable[Group]) -> list[Group]:
    """One of each key, in their order."""
    found, parts = dict[str, Group](), defaultdict[str, list[Held]](list)
    for one in groups:
        parts[one.key].append(one.held)
        if (same := found.get(one.key)) is None:
            found[one.key] = one
            continue
        found[one.key] = replace(
            same, first=min(same.first, one.first), last=max(same.last, one.last), lines=same.lines + one.lines,
            quantity=same.quantity + one.quantity, amount=same.amount + one.amount, net=same.net + one.net,
        )
    return [found[key] if len(parts[key]) == 1 else replace(found[key], held=held.together(parts[key])) for key in sorted(found)]


_SAME = (
    "key", "kind", "item", "version", "label_ko", "label_en", "card", "project_id", "subject", "nfec", "use_mode", "unit", "tax_code",
    "tax_category", "tax_percent",
)  # fmt: skip
_ADDED_UP = """
SELECT {at}, {same}, {uses}, min(first), max(last), sum(quantity), sum(amount), sum(net) FROM {table} WHERE bill_id = %s GROUP BY {same}
"""
_STORED = " UNION ALL ".join(
    _ADDED_UP.format(at=at, same=", ".join(_SAME), uses=uses, table=table)
    for at, (table, uses) in enumerate((("billing_charge", "count(*)"), ("billing_charge_sheet", "sum(lines)")))
) + " ORDER BY 1, key, kind"


def stored(bill: UUID) -> list[Group]:
    """What a bill was rated as, added up by the database. One statement, however many uses there are."""
    found = _together(_stored(row) for _, *row in rows.ask(_STORED, [bill, bill]))
    return [replace(group, held=held.of_stored(bill, group.key)) for group in found]


def _stored(row: list[Any]) -> Group:
    said, (n, first, last, quantity, amount, net) = dict(zip(_SAME, row, strict=False)), row[len(_SAME) :]
    return Group(
        said["key"], said["kind"], said["item"], said["version"], both(said["label_ko"], said["label_en"]), said["card"],
        said["project_id"], said["subject"], said["nfec"], said["use_mode"], first, last, n, quantity, said["unit"], int(amount), int(net),
        Tax(said["tax_code"], said["tax_category"], Fraction(said["tax_percent"])), held.together(()),
    )


def drafted(
    account: Account, card: Card, month: date, groups: list[Group], bill: Bill | None = None, *, credits_too: bool = True,
    only: frozenset[str] | None = None,
) -> Drafted:
    """The month's bill. `bill` is left out of what its organisation's other bills have reserved of vouchers and wallets; `only`:
    the vouchers that its payer was shown. Without `credits_too` it is what use and contracts cost: whoever does not see documents
    cannot tell what is left of a limit."""
    by_key: dict[policy.Key, Group] = {(g.item, g.version, g.key): g for g in groups}
    made = reckoned(account, card, month, groups, granted(account, month, bill, only) if credits_too else Granted.of(Credits()), bill)
    return Drafted(
        made,
        tuple((row, *_of_row(card, row, by_key)) for row in made.rows),
        tuple((paid, _said(card, 0, (paid.step,))) for paid in made.wallets),
        tuple((tax, _said(card, 0, (tax.step,))) for tax in made.taxes), _said(card, 0, (made.document,))[0],
    )


@dataclass(frozen=True, slots=True)
class Granted:
    """Vouchers and wallets with what is left of them: bills that are reckoned one after the other take from the same."""

    credits: Credits
    used: defaultdict[tuple[str, str, str], int]
    balance: dict[str, int]
    spans: Mapping[str, tuple[date, date | None]]
    """Voucher → from when until when it holds: a line's days are asked, of whichever month."""

    @staticmethod
    def of(credits: Credits) -> "Granted":
        spans = {v.code: (v.since or date.min, v.until) for v in credits.vouchers}
        always = replace(credits, vouchers=tuple(replace(v, since=None, until=None) for v in credits.vouchers))
        return Granted(always, defaultdict(int), {w.code: w.balance for w in credits.wallets}, spans)


def granted(account: Account, month: date, bill: Bill | None = None, only: frozenset[str] | None = None) -> Granted:
    """What the account's organisation was granted, as far as it is left. `bill` and `only` as in `drafted`."""
    return Granted.of(_vouchers(account, month, bill, only))


def reckoned(account: Account, card: Card, month: date, groups: list[Group], given: Granted, bill: Bill | None = None) -> policy.Bill:
    """The figures of the month's bill, without its words. They follow from nets: units are on the groups."""
    by_key: dict[policy.Key, Group] = {(g.item, g.version, g.key): g for g in groups}
    sums = {
        key: policy.Sum(
            g.item, g.version, g.label, g.unit, g.tax, g.lines, amount=g.amount, net=g.net, held=_while_held(g, given.spans)
        )
        for key, g in by_key.items()
    }
    company = str(account.organisation_id)
    credits = given.credits
    if credits.vouchers and any(g.net < 0 for g in groups):
        earlier = beyond.earlier(account, (v.code for v in credits.vouchers), bill)
        for key, g in by_key.items():
            if g.kind == "late" and g.net < 0:
                # What was taken over of it was taken by the ends that had been said when its month was rated.
                sums[key].held = _while_held(g, earlier.of_month(g.first))
        late = [(g.first, sums[key]) for key, g in by_key.items() if g.kind == "late" or g.net < 0]
        credits = replace(credits, vouchers=beyond.with_beyond(account, credits.vouchers, earlier, late, bill))
    return policy.bill(card, company, month, sums, credits, given.used, given.balance, _taken(bill, by_key) if bill else ())


def _of_row(card: Card, row: policy.Row, by_key: Mapping[policy.Key, Group]) -> tuple[Group | None, tuple[Reason, ...]]:
    """The group behind a row, and why it comes to what it does, in the name of the card that priced it."""
    group = by_key.get(row.key) if row.kind != "voucher" else None
    named = replace(card, code=group.card) if group and group.version and group.card != card.code else card
    return group, _said(named, row.version, (row.step,))


def _while_held(group: Group, spans: Mapping[str, tuple[date, date | None]]) -> dict[str, int]:
    """Of vouchers that did not hold on all of the line's days, what is of the days on which they did."""
    found = dict[str, int]()
    if not spans:
        return found
    # A use that goes on past midnight of the last day is of the day on which it began.
    last = min(group.last, months.last_of(group.first)) if group.kind == "use" else group.last
    for code, (since, until) in spans.items():
        if not meets(group.first, last, since, until):
            found[code] = 0
        elif group.first < since or (until is not None and last >= until):
            found[code] = group.held(since, until)
    return found


def _said(card: Card, version: int, steps: Iterable[Any]) -> tuple[Reason, ...]:
    return tuple(reasons(card, version, steps))


def _taken(bill: Bill, by_key: Mapping[policy.Key, Group]) -> list[policy.Taken]:
    granted = rows.ask("SELECT key, code, taken_off FROM billing_dispute WHERE bill_id = %s AND state = 'granted' ORDER BY code", [bill.id])
    keys = {group.key: key for key, group in by_key.items()}
    return [policy.Taken(keys[key], code, words.GRANTED.fill({"code": code}), taken_off) for key, code, taken_off in granted if key in keys]


def _vouchers(account: Account, month: date, bill: Bill | None, only: frozenset[str] | None) -> Credits:
    """Vouchers and wallets of the account with what was used of them before, on issued documents and other drafts."""
    company, end = account.organisation_id, months.after(month)
    vouchers = list(Voucher.objects.filter(organisation_id=company, issuer_id=account.issuer_id, since__lt=end).order_by("priority", "code"))
    if only is not None and bill is not None:
        vouchers = _as_shown([v for v in vouchers if v.code in only], bill)
    used = _used(company, bill) if vouchers else {}
    terms = tuple(
        VoucherTerms(
            v.code, both(v.title_ko, v.title_en), frozenset({str(company)}), frozenset(v.items), Fraction(v.percent), v.limit, v.per,
            v.priority, v.since, v.until, v.paid_by, _by_period(used.get(v.code, {}), v.per),
        )
        for v in vouchers
    )
    wallets = Wallet.objects.filter(organisation_id=company, issuer_id=account.issuer_id, since__lt=end)
    ordered = sorted(wallets, key=lambda w: (w.priority, w.until or date.max, w.code))
    held, reserved = balances(w.id for w in ordered), _reserved(company, bill) if ordered else {}
    return Credits(terms, tuple(
        WalletTerms(
            w.code, both(w.title_ko, w.title_en), str(company), frozenset(w.items), max(0, held[w.id] - reserved.get(w.code, 0)),
            w.priority, w.since, w.until,
        )
        for w in ordered
    ))


def _as_shown(vouchers: list[Voucher], bill: Bill) -> list[Voucher]:
    """They hold as the bill's payer saw them, whatever was said of their ends since."""
    ends = voucher_ends.of(v.code for v in vouchers)
    for one in vouchers:
        _, one.until = ends.at(one.code, voucher_ends.rated_at(bill))
    return vouchers


def _used(company: UUID, bill: Bill | None) -> dict[str, dict[date, int]]:
    """Voucher → month → what it gave, corrections taken off."""
    found: defaultdict[str, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    issued = InvoiceLine.objects.filter(organisation_id=company, kind="voucher").values_list("item", "invoice__first")
    drafts = BillLine.objects.filter(organisation_id=company, kind="voucher").exclude(bill__state="issued").exclude(bill=bill)
    for given in (issued, drafts.values_list("item", "bill__close__month")):
        for code, month, net in given.annotate(given=Sum("net")).order_by():
            found[code][month.replace(day=1)] -= net
    return {code: dict(by_month) for code, by_month in found.items()}


def _by_period(by_month: Mapping[date, int], per: str) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for month, given in by_month.items():
        found[{"month": f"{month:%Y-%m}", "year": str(month.year), "total": "total"}[per]] += given
    return dict(found)


def balances(wallets: Iterable[UUID]) -> defaultdict[UUID, int]:
    """What wallets hold by the ledger: a liability, so credit is above nought here."""
    found: defaultdict[UUID, int] = defaultdict(int)
    sums = Posting.objects.filter(wallet_id__in=list(wallets)).values_list("wallet_id").annotate(all=-Sum(F("amount"))).order_by()
    found.update({wallet: int(held) for wallet, held in sums})
    return found


def _reserved(company: UUID, bill: Bill | None) -> dict[str, int]:
    """What other bills that are not issued yet mean to take out of wallets."""
    found: defaultdict[str, int] = defaultdict(int)
    others = Bill.objects.filter(organisation_id=company, state__in=("drafted", "approved", "shown", "accepted"))
    if bill is not None:
        others = others.exclude(id=bill.id)
    for prepaid in others.values_list("prepaid", flat=True):
        for paid in prepaid:
            found[paid["code"]] += paid["amount"]
    return dict(found)
