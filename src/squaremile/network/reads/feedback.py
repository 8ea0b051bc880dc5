"""How meetings were, for whoever ranks experts: counts of what the reader may see.

Liaison staff and the worker see all of them; a company sees what its own people said.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from squaremile.network.models import Feedback


@dataclass(frozen=True, slots=True)
class Counted:
    """What requesters said of meetings with one expert."""

    useful: int
    not_useful: int
    goes_on: int


def of_people() -> dict[UUID, Counted]:
    """By person of the directory. One statement; experts whom nobody rated are left out."""
    whom = Coalesce("introduction__approach__person_id", "introduction__person_id")
    found = Feedback.objects.filter(side="requester").annotate(whom=whom).values("whom").annotate(
        good=Count("id", filter=Q(useful=True)), bad=Count("id", filter=Q(useful=False)),
        on=Count("id", filter=Q(goes_on=True)),
    )
    return {row["whom"]: Counted(row["good"], row["bad"], row["on"]) for row in found if row["whom"]}
