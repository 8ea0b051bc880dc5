"""How many people a company has from day to day, as it was known at a moment."""

from datetime import date, datetime
from uuid import UUID

from squaremile.billing.models import Contract, HeadCount
from squaremile.billing.policies.contracts import Term
from squaremile.billing.policies.per_head import KIND, Heads, terms


def heads(organisation: UUID, as_of: datetime) -> tuple[Heads, ...]:
    """The newest that was heard before a moment; nothing where none was. One statement."""
    newest = HeadCount.objects.filter(organisation_id=organisation, heard_at__lt=as_of).order_by("-number").first()
    return tuple(Heads(date.fromisoformat(day), count) for day, count in newest.heads) if newest else ()


def counted(contracts: list[Contract], as_of: datetime) -> list[Contract]:
    """An account's contracts, those per head with the head count they are counted by. No statement where none is."""
    per_head = [contract for contract in contracts if contract.kind == KIND]
    if per_head:
        known = heads(per_head[0].organisation_id, as_of)
        for contract in per_head:
            contract.heads = known
    return contracts


def by_seats(contract: Contract, said: list[Term]) -> list[Term]:
    """A contract's terms by the month: as they were said, or by the head."""
    return terms(said, contract.heads) if contract.kind == KIND else said
