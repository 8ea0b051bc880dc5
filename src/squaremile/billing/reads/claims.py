"""What vouchers paid, by who pays for them: for finance to claim it, month by month or quarter by quarter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from squaremile.billing.models import InvoiceLine, Voucher
from squaremile.billing.policies import claims as policy
from squaremile.billing.reads import months
from squaremile.billing.words import accounts as words
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both

BACK = 24
BILLED, ISSUED = "billed", "issued"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one voucher paid on one document, before tax; below nought where a credit note gave it back."""

    sponsor: str
    company: Text
    company_code: str
    voucher: str
    title: Text
    source: Text
    issuer: Text
    month: date
    document: str
    issued_on: date
    amount: Money
    rest: Money | None
    """Of the limit after this document. None: no limit."""
    per: Text


@dataclass(frozen=True, slots=True)
class Held:
    """A voucher that somebody pays for. `issuer` None: it lowers nothing. `given`: on documents issued so far."""

    code: str
    sponsor: str
    company: Text
    title: Text
    percent: str
    issuer: Text | None
    limit: Money | None
    per: Text
    given: Money | None


def sponsors() -> list[str]:
    """Everybody who is named as paying for a voucher, by name."""
    return list(Voucher.objects.exclude(paid_by="").order_by("paid_by").values_list("paid_by", flat=True).distinct())


def claims(first: date, last: date, *, sponsor: str = "", by: str = BILLED) -> list[Claim]:
    """Of documents for the months from `first` to `last`, or issued in them; one sponsor's or all. Two statements."""
    vouchers = _vouchers(sponsor)
    limits = {code: (one.limit, one.per) for code, one in vouchers.items()}
    after = months.after(last)
    found = []
    for one in policy.with_rests(_given(vouchers), limits):
        if first <= (one.month if by == BILLED else one.issued_on) < after:
            found.append(_claim(vouchers[one.voucher], one))
    return sorted(found, key=lambda c: (c.sponsor, c.company.ko, c.voucher, c.issued_on, c.document))


def held(sponsor: str = "") -> list[Held]:
    """One sponsor's vouchers or everybody's, with what each gave. Two statements."""
    vouchers, given = _vouchers(sponsor), defaultdict[str, int](int)
    for one in _given(vouchers):
        given[one.voucher] += one.amount
    return [
        Held(
            v.code, v.paid_by, both(v.organisation.name_ko, v.organisation.name_en), both(v.title_ko, v.title_en), f"{v.percent.normalize():f}",
            both(v.issuer.name_ko, v.issuer.name_en) if v.issuer else None,
            Money(v.limit, v.issuer.currency) if v.issuer and v.limit is not None else None, words.VOUCHER_PERIODS[v.per],
            Money(given[v.code], v.issuer.currency) if v.issuer else None,
        )
        for v in vouchers.values()
    ]


def totals(rows: Iterable[Claim]) -> list[tuple[str, Money]]:
    """What each sponsor pays, by currency."""
    found = defaultdict[tuple[str, str], int](int)
    for one in rows:
        found[one.sponsor, one.amount.currency] += one.amount.minor
    return [(sponsor, Money(amount, currency)) for (sponsor, currency), amount in sorted(found.items())]


def spans() -> list[str]:
    """Quarters and months to choose from, the newest first."""
    this = months.first_of(months.today())
    found, back = list[str](), list[str]()
    for _ in range(BACK):
        quarter = f"{this.year}-Q{(this.month + 2) // 3}"
        found += [] if quarter in found else [quarter]
        back.append(f"{this:%Y-%m}")
        this = months.before(this)
    return [*found, *back]


def _vouchers(sponsor: str) -> dict[str, Voucher]:
    rows = Voucher.objects.select_related("organisation", "issuer").order_by("paid_by", "organisation__name_ko", "code")
    return {one.code: one for one in (rows.filter(paid_by=sponsor) if sponsor else rows)}


def _given(vouchers: dict[str, Voucher]) -> list[policy.Gave]:
    """By the day of issue and number."""
    rows = InvoiceLine.objects.filter(kind="voucher", item__in=list(vouchers)).values_list(
        "item", "invoice__code", "invoice__first", "invoice__issued_on", "invoice__issued_at"
    ).annotate(given=-Sum("net")).order_by("invoice__issued_at", "invoice__code", "item")  # fmt: skip
    return [policy.Gave(item, document, months.first_of(first), on, int(given)) for item, document, first, on, _, given in rows]


def _claim(voucher: Voucher, one: policy.Gave) -> Claim:
    issuer, company = voucher.issuer, voucher.organisation
    assert issuer is not None  # a voucher of no issuer is on no document
    return Claim(
        voucher.paid_by, both(company.name_ko, company.name_en), company.code, voucher.code, both(voucher.title_ko, voucher.title_en),
        words.VOUCHER_SOURCES[voucher.source], both(issuer.name_ko, issuer.name_en), one.month, one.document, one.issued_on,
        Money(one.amount, issuer.currency), None if one.rest is None else Money(one.rest, issuer.currency), words.VOUCHER_PERIODS[voucher.per],
    )
