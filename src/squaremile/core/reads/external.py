"""Which of our things an imported one is. For staff and imports: others see nothing here."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import ExternalReference


@dataclass(frozen=True, slots=True)
class Known:
    """An external name and what it stands for here. `digest` is of what was imported last."""

    external_id: str
    kind: str
    subject: UUID
    digest: str


def find(external_id: str) -> Known | None:
    return find_many([external_id]).get(external_id)


def find_many(external_ids: Iterable[str]) -> dict[str, Known]:
    """Those of the names that are known, in one statement."""
    rows = ExternalReference.objects.filter(external_id__in=list(external_ids))
    return {r.external_id: Known(r.external_id, r.kind, r.subject, r.digest) for r in rows}


def of(kind: str) -> dict[str, Known]:
    """Everything of one kind that was ever imported."""
    return {r.external_id: Known(r.external_id, r.kind, r.subject, r.digest)
            for r in ExternalReference.objects.filter(kind=kind)}
