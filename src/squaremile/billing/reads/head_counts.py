"""How many people a company has from day to day, as it was known at a moment."""

from datetime import date, datetime
from uuid import UUID

from squaremile.billing.models import Contract, HeadCount
from squaremile.billing.policies.contracts import Term
from squaremile.billing.policies.per_head import KIND, Heads, terms, titled

__all__ = ["by_seats", "heads", "titled"]


def heads(organisation: UUID, as_of: datetime) -> tuple[Heads, ...]:
    """The newest that was heard before a moment; nothing where none was. One statement."""
    newest = HeadCount.objects.filter(organisation_id=organisation, heard_at__lt=as_of).order_by("-number").first()
    return tuple(Heads(date.fromisoformat(day), count) for day, count in newest.heads) if newest else ()


def by_seats(contract: Contract, said: list[Term], as_of: datetime) -> list[Term]:
    """A contract's terms by the month: as they were said, or by the head. What a contract is counted by is looked up once."""
    if contract.kind != KIND:
        return said
    if contract.heads is None:
        contract.heads = heads(contract.organisation_id, as_of)
    return terms(said, contract.heads)
