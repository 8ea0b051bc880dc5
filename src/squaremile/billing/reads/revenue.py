"""What was billed: by month, kind and issuer; by instrument; with what is odd and what is open. Finance only."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from squaremile.billing.models import BillException, BillLine, InvoiceLine
from squaremile.billing.policies.document import LINE_KINDS
from squaremile.billing.reads import closes, money, months
from squaremile.billing.words import closing as words
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both

BACK = 12
LOOKED_BACK = 3
"""Months over which instruments are looked at."""


@dataclass(frozen=True, slots=True)
class Earned:
    """Of one currency: net of every kind in every month, in the order of `months`."""

    currency: str
    months: tuple[date, ...]
    kinds: tuple[tuple[Text, tuple[int, ...]], ...]
    issuers: tuple[tuple[Text, tuple[int, ...]], ...]

    @property
    def totals(self) -> tuple[int, ...]:
        return tuple(sum(row[n] for _, row in self.kinds) for n in range(len(self.months)))


@dataclass(frozen=True, slots=True)
class ByInstrument:
    """Net of use before vouchers, by instrument and currency."""

    code: str
    net: Money


def last_months(count: int = BACK) -> tuple[date, ...]:
    """Months that are over, the oldest first."""
    found = [months.before(months.first_of(months.today()))]
    while len(found) < count:
        found.append(months.before(found[-1]))
    return tuple(reversed(found))


def earned() -> list[Earned]:
    """From issued documents; what credit notes took back is taken off. One statement."""
    shown = last_months()
    rows = InvoiceLine.objects.filter(invoice__first__gte=shown[0]).values_list(
        "invoice__currency", "invoice__first", "kind", "invoice__issuer__name_ko", "invoice__issuer__name_en"
    ).annotate(net=Sum("net")).order_by()  # fmt: skip
    by_kind = defaultdict[tuple[str, str], defaultdict[date, int]](lambda: defaultdict(int))
    by_issuer = defaultdict[tuple[str, Text], defaultdict[date, int]](lambda: defaultdict(int))
    for currency, first, kind, ko, en, net in rows:
        by_kind[currency, kind][months.first_of(first)] += int(net)
        by_issuer[currency, both(ko, en)][months.first_of(first)] += int(net)
    currencies = sorted({currency for currency, _ in by_kind})
    return [
        Earned(
            currency, shown,
            tuple((words.LINE_KINDS[k], _row(by_kind[currency, k], shown)) for k in LINE_KINDS if (currency, k) in by_kind),
            tuple((name, _row(row, shown)) for (c, name), row in sorted(by_issuer.items(), key=lambda p: p[0][1].en) if c == currency),
        )
        for currency in currencies
    ]


def _row(row: defaultdict[date, int], shown: tuple[date, ...]) -> tuple[int, ...]:
    return tuple(row[month] for month in shown)


def by_instrument(first: date, last: date) -> list[ByInstrument]:
    """Lines of use in the bills of these months, issued or not, the dearest first. One statement."""
    rows = BillLine.objects.filter(kind__in=("use", "late"), bill__close__month__gte=first, bill__close__month__lte=last).exclude(subject="")
    found = rows.values_list("subject", "bill__close__issuer__currency").annotate(sum=Sum("net")).order_by("-sum", "subject")
    return [ByInstrument(subject, Money(int(net), currency)) for subject, currency, net in found]


def odd() -> list[tuple[Text, int, int]]:
    """Kinds of exceptions in closes that are not issued: how many are open, how many of them block. One statement."""
    rows = BillException.objects.filter(cleared_at=None).exclude(close__state="issued").values_list("kind").annotate(
        n=Count("id"), blocking=Count("id", filter=Q(blocks=True))
    ).order_by("-n", "kind")  # fmt: skip
    return [(words.EXCEPTIONS[kind], n, blocking) for kind, n, blocking in rows]


def pipeline() -> list[tuple[closes.CloseRow, tuple[closes.Stage, ...]]]:
    """Closes that are not issued, with where their bills stand. Four statements for each; few are open at once."""
    return [(row, closes.close(row.code).stages) for row in closes.closes() if row.state != "issued"]


def ageing() -> list[tuple[Text, Money]]:
    """What is open by how long it is due."""
    return money.ageing()
