"""How many people a company has, as residency tells it."""

from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import HeadCount
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation


@operation("billing.hear_of_heads", ko="기업의 인원수 듣기", en="Hear of a company's head count", may=rules.by_the_clock)
def hear_of_heads(*, origin: str, organisation: UUID, payload: dict[str, Any]) -> bool:
    """Kept once. Contracts per head of the company are counted by the newest; of a month that is closed already, the next bill
    has the difference. Gives back whether it is new."""
    heads = [[str(day), int(count)] for day, count in payload["heads"]]
    _, new = HeadCount.objects.get_or_create(
        origin=origin,
        defaults={"organisation_id": organisation, "number": int(payload["number"]), "heads": heads, "heard_at": clock.now()},
    )
    note(organisation=organisation, origin=origin, new=new)
    return new
