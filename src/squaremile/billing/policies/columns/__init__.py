"""Rating a million uses at a time: the same rules as `rating`, by whole-number arithmetic on columns. Equal to the last unit.

`rating.rate` stays the reference and the explanation: what a column holds of a line (units before it, the total of its
month, what caps had let through) is all that `rating.use` needs to say the line's chain again.
"""

from squaremile.billing.policies.card import Card
from squaremile.billing.policies.columns.caps import under_caps
from squaremile.billing.policies.columns.rated import Rated, rate_uses
from squaremile.billing.policies.columns.uses import NONE, PER_UNIT, Unfit, Uses, uses_of

__all__ = ["NONE", "PER_UNIT", "Rated", "Unfit", "Uses", "rate_columns", "uses_of"]


def rate_columns(card: Card, uses: Uses) -> Rated:
    """Rate uses that are in the canonical order: what `rating.rate` says of them, to the last unit.

    Raises:
        Unfit: figures that 64 bits do not hold where a month is added up, or caps whose order differs between versions;
            `rating.rate` takes both.
    """
    made = rate_uses(card, uses)
    under_caps(card, made)
    return made
