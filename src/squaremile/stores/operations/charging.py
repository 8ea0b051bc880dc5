"""What a movement costs: a charge at the price of its day, and the usage event that billing prices, in one transaction."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.conf import settings

from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.period import Period
from squaremile.metering.operations import count
from squaremile.metering.operations.money import billed_in, in_currency
from squaremile.stores.models import Charge, ItemPrice, Lot, Movement
from squaremile.stores.policies.pricing import Price, cost, on
from squaremile.stores.words.stockroom import NO_PRICE

METER = "stores_sales"
MOMENT = timedelta(seconds=1)
NOTHING = Decimal(0)


def prices(item: UUID) -> list[Price]:
    """All prices that an item had and will have."""
    return [Price(p.since, p.price, p.currency) for p in ItemPrice.objects.filter(item_id=item)]


def charge(made: Movement, lot: Lot, *, project: UUID | None = None, free: bool = False) -> Charge:
    """Charge an issue. `free`: where what happened cannot be refused any more, an item without a price costs nothing, and what is
    priced in a currency in which nobody bills is charged and not counted."""
    found = on(prices(lot.item_id), made.day)
    if found is None:
        if not free:
            raise Refused(NO_PRICE)
        found = Price(made.day, NOTHING, "KRW")
    quantity, code = -made.quantity, short_code("CH")
    owed = cost(found, quantity)
    event = None
    if owed.minor and not free:
        in_currency(found.currency)
    if owed.minor and (not free or billed_in(found.currency)):
        event = count(
            meter=METER, organisation=made.organisation_id, project=project, person=made.person, subject=lot.item.code,  # type: ignore[arg-type]
            period=Period(made.at, made.at + MOMENT), quantity=owed.amount, origin=f"stores.charge:{made.id}",
            evidence={"charge": code, "lot": lot.number, "pieces": quantity, "price": str(found.price), "currency": found.currency},
        )
    return Charge.objects.create(  # type: ignore[misc]
        code=code, movement=made, organisation_id=made.organisation_id, project_id=project, event=event, quantity=quantity,
        unit_price=found.price, currency=found.currency, minor=owed.minor, state="charged", at=made.at,
        dispute_until=made.at + timedelta(days=settings.DISPUTE_DAYS),
    )


def credit(charged: Charge, subject: str) -> None:
    """Take back what a charge counted, by another event: the first one stays."""
    if charged.event is None:
        return
    event = charged.event
    count(
        meter=METER, organisation=charged.organisation_id, project=charged.project_id, person=event.person, subject=subject,
        period=event.period, quantity=-event.quantity, origin=f"stores.credit:{charged.id}",
        evidence={"charge": charged.code, "credit": True}, corrects=event.id,
    )
