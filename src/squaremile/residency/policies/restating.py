"""How a figure that was printed stands now, and whether that may be said."""

from collections.abc import Mapping

from squaremile.residency.policies.disclosing import disclosed, place
from squaremile.residency.policies.indicators import Definition
from squaremile.residency.policies.measuring import Figure


def restated(
    known: Figure | None, definition: Definition, printed: frozenset[str], companies_of: Mapping[str, str]
) -> Figure:
    """The figure as known now (nought where nothing is left of it), hidden where it, or what changed, shows too few.

    `printed` are the entries behind the figure that was printed.
    """
    figure = known or Figure(0, frozenset(), code=definition.code, version=definition.version)
    told = disclosed([figure], {definition.code: definition}, printed={place(figure): printed}, companies_of=companies_of)
    return told[0]
