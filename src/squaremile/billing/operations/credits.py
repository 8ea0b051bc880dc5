"""Vouchers and subsidies, and wallets that are paid before."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, Issuer, Voucher, VoucherEnd, Wallet
from squaremile.billing.models.credit import SOURCES
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.issuers import issuer_of
from squaremile.billing.policies.credits import PERIODS
from squaremile.billing.reads import months
from squaremile.billing.words import accounts as words
from squaremile.billing.words import money
from squaremile.core.reads import organisations
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "billing.grant_voucher", ko="바우처·지원금 주기", en="Grant a voucher or subsidy", may=rules.keep_money,
    refuses=(words.VOUCHER_UNSOUND, words.ISSUER_UNKNOWN, words.VOUCHER_ISSUER, NOT_FOUND),
    constraints={"voucher_sound": words.VOUCHER_UNSOUND, "voucher_sponsor_another": words.VOUCHER_SPONSOR},
)
def grant_voucher(
    *, organisation: UUID, granted_as: str, title_ko: str, title_en: str, percent: Decimal, first_day: date, last_day: date | None = None,
    limit: int | None = None, per: str = "year", card_items: Sequence[str] = (), order_of_use: int = 100, paid_by: str = "", issuer: str = "",
    sponsor: str = "",
) -> Voucher:
    """A percentage of the company's bills by this issuer (of `card_items`, where some are named) up to a limit a period, as lines of
    their own. No issuer named: that of the company's only account. Another issuer's bills have a voucher of their own. `sponsor`: the code of
    the organisation of the house that pays for it; its admins see what it takes, month by month."""
    unfit = granted_as not in SOURCES or per not in PERIODS or not 0 < percent <= 100 or not title_ko or not title_en
    if unfit or (limit is not None and limit < 0) or (last_day is not None and last_day < first_day) or not 0 <= order_of_use <= 1000:
        raise Invalid(words.VOUCHER_UNSOUND)
    of = issuer_of(issuer) if issuer else _only_issuer(organisation)
    # A bill that is being rated holds its account: it is rated before this is said, and `stale` finds it, or after it is written.
    list(Account.objects.select_for_update(of=("self",), no_key=True).filter(organisation_id=organisation).order_by("id"))
    payer = organisations.organisation(sponsor) if sponsor else None
    paid_by = paid_by or (payer.name.ko[:120] if payer else "")
    made = Voucher.objects.create(
        code=short_code("VC"), organisation_id=organisation, issuer=of, source=granted_as, title_ko=title_ko[:120],
        title_en=title_en[:120], percent=percent, limit=limit, per=per, items=sorted(card_items), priority=order_of_use, paid_by=paid_by,
        sponsor_id=payer.id if payer else None,
        since=first_day, until=_day_after(last_day), made_at=clock.now(),
    )
    VoucherEnd.objects.create(voucher=made, until=made.until, said_at=made.made_at)
    note(subject=made, organisation=organisation, issuer=of.code, source=granted_as, percent=str(percent), limit=limit, sponsor=sponsor)
    return made


def _only_issuer(organisation: UUID) -> Issuer:
    """Of its only account; of the only issuer there is, where it has none yet."""
    found = list(Issuer.objects.filter(accounts__organisation_id=organisation).distinct()[:2]) or list(Issuer.objects.all()[:2])
    if len(found) != 1:
        raise Invalid(words.VOUCHER_ISSUER)
    return found[0]


@operation(
    "billing.end_voucher", ko="바우처·지원금 끝내기", en="End a voucher or subsidy", may=rules.keep_money,
    refuses=(words.VOUCHER_UNKNOWN, words.VOUCHER_UNSOUND), constraints={"voucher_sound": words.VOUCHER_UNSOUND},
)
def end_voucher(*, voucher: str, last_day: date) -> Voucher:
    """It gives nothing for days after that one. What it gave stays, and so do bills that their payers were shown."""
    found = Voucher.objects.select_for_update(of=("self",)).filter(code=voucher).first()
    if found is None:
        raise Missing(words.VOUCHER_UNKNOWN)
    if last_day < found.since:
        raise Invalid(words.VOUCHER_UNSOUND)
    if (until := _day_after(last_day)) != found.until:
        found.until, found.ended_at = until, clock.now()
        found.save(update_fields=["until", "ended_at"])
        VoucherEnd.objects.create(voucher=found, until=until, said_at=found.ended_at)
    note(subject=found, organisation=found.organisation_id, last_day=last_day)
    return found


@operation(
    "billing.open_wallet", ko="선불 지갑 열기", en="Open a wallet", may=rules.keep_money,
    refuses=(words.ISSUER_UNKNOWN, words.WALLET_UNSOUND), constraints={"wallet_ends_later": words.WALLET_UNSOUND},
)
def open_wallet(
    *, organisation: UUID, issuer: str, title_ko: str, title_en: str, first_day: date, last_day: date | None = None,
    card_items: Sequence[str] = (), order_of_use: int = 100,
) -> Wallet:
    """Money will be paid into it before it is owed; it pays the gross of these items, or of all."""
    of = issuer_of(issuer)
    if not title_ko or not title_en or (last_day is not None and last_day < first_day) or not 0 <= order_of_use <= 1000:
        raise Invalid(words.WALLET_UNSOUND)
    made = Wallet.objects.create(
        code=short_code("WL"), organisation_id=organisation, issuer=of, title_ko=title_ko[:120], title_en=title_en[:120], items=sorted(card_items),
        priority=order_of_use, since=first_day, until=_day_after(last_day), made_at=clock.now(),
    )
    note(subject=made, organisation=organisation)
    return made


@operation(
    "billing.top_up_wallet", ko="선불 지갑 채우기", en="Top up a wallet", may=rules.keep_money,
    refuses=(words.WALLET_UNKNOWN, words.WALLET_UNSOUND), constraints={"billing_entry_origin_key": money.PAYMENT_KNOWN},
)
def top_up_wallet(*, wallet: str, amount: int, paid_on: date, bank_reference: str) -> Wallet:
    """Money that came in for a wallet, in minor units. The same reference on the same day counts once."""
    found = Wallet.objects.select_related("issuer").filter(code=wallet).first()
    if found is None:
        raise Missing(words.WALLET_UNKNOWN)
    if amount <= 0 or paid_on > months.today() or not bank_reference.strip():
        raise Invalid(words.WALLET_UNSOUND)
    origin = f"wallet:{found.code}:{paid_on}:{bank_reference.strip()}"[:120]
    enter(
        found.issuer, found.organisation_id, paid_on, origin, f"{found.code} {bank_reference.strip()}",
        [("bank", amount, None), ("wallet", -amount, found.id)],
    )
    note(subject=found, organisation=found.organisation_id, amount=amount, paid_on=paid_on)
    return found


def _day_after(day: date | None) -> date | None:
    return None if day is None else date.fromordinal(day.toordinal() + 1)
