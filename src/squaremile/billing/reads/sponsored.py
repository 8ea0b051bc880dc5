"""What vouchers took, as the organisation of the house that pays for them sees it: by voucher and month, and nothing of what it was for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from squaremile.billing.models import VoucherTaken
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Taken:
    """Before tax, corrections taken off. `sponsor`: which of the asker's organisations pays."""

    sponsor: Text
    voucher: str
    title: Text
    company: Text
    month: date
    amount: Money


def taken() -> list[Taken]:
    """By vouchers of which the asker's own organisations are the sponsors, the latest month first. One statement."""
    mine = {grant.organisation for grant in require().grants if grant.organisation and grant.role == COMPANY_ADMIN}
    rows = VoucherTaken.objects.filter(organisation_id__in=mine).select_related("organisation").order_by("-month", "code")
    return [
        Taken(
            both(one.organisation.name_ko, one.organisation.name_en), one.code, both(one.title_ko, one.title_en),
            both(one.holder_ko, one.holder_en), one.month, Money(one.amount, one.currency),
        )
        for one in rows
    ]


def totals(rows: Iterable[Taken]) -> list[Money]:
    """By currency."""
    found = defaultdict[str, int](int)
    for one in rows:
        found[one.amount.currency] += one.amount.minor
    return [Money(amount, currency) for currency, amount in sorted(found.items())]
