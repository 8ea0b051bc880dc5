"""Entering what moved money into the books, inside another operation."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from squaremile.billing.models import Entry, Issuer, Posting
from squaremile.kernel import clock, rows


def enter(
    issuer: Issuer, organisation: UUID, day: date, origin: str, says: str, postings: Iterable[tuple[str, int, UUID | None]]
) -> Entry:
    """One entry with its postings (book, amount, wallet): debit above nought. Noughts are left out; the database sees to
    it that the rest balances, at the end of the transaction."""
    made = Entry(
        issuer=issuer, organisation_id=organisation, currency=issuer.currency, day=day, origin=origin, says=says[:200], at=clock.now()
    )
    rows.insert([made])
    rows.insert(
        Posting(entry=made, organisation_id=organisation, book=book, amount=amount, wallet_id=wallet)
        for book, amount, wallet in postings if amount
    )
    return made
