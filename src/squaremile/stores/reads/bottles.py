"""Gas cylinders as they count in an emergency."""

from collections.abc import Iterator

from squaremile.safety.reads.house import Bottle
from squaremile.stores.policies import air
from squaremile.stores.reads import cylinders


def bottles() -> Iterator[Bottle]:
    """Every cylinder that is here and that the asker may see. One statement."""
    for row in cylinders.cylinders():
        yield Bottle(row.place_id, row.code, row.gas_said, air.GASES[row.gas].hazard, row.litres, row.bar, row.state_said, row.state == "empty",
                     row.organisation_id)  # fmt: skip
