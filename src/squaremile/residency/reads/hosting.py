"""Whether the site could host what an application declares: safety's own sums, over what stands in each area today."""

from squaremile.residency.reads.declarations import Declared
from squaremile.safety.reads.hosting import Coming, Hosting, hosting


def hosted(declared: Declared | None) -> Hosting | None:
    """For those who answer for safety; None for everybody else, and where nothing is declared. What has no number is unknown."""
    if declared is None:
        return None
    lines = [line for line in declared.lines if line.kind == "chemicals"]
    found = hosting([
        Coming(line.name, line.cas, line.quantity, line.unit) for line in lines if line.quantity is not None
    ])
    if found is None:
        return None
    blank = tuple(line.name for line in lines if line.quantity is None)
    return Hosting(found.areas, found.weighed, (*found.unknown, *blank))
