"""How many people a company has, as residency tells of it."""

from squaremile.billing.operations import hear_of_heads
from squaremile.core.outbox import handles
from squaremile.published.residency import HeadsChanged


@handles("HeadsChanged")
def heads_changed(fact: HeadsChanged) -> None:
    """Once for each fact."""
    hear_of_heads(
        origin=f"heads:{fact.company}:{fact.number}", organisation=fact.company,
        payload={"number": fact.number, "heads": [list(step) for step in fact.heads]},
    )
