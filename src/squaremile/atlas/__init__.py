"""Atlas: the cluster measured, compared, and pointed at its next opportunity.

As a library it needs no server and no database: `import squaremile.atlas as atlas; atlas.densest(lat, lon, side="1mi")`.
What it offers is named in `DOORS` and loaded when it is first asked for, so that a server that shows none of it never
loads the compiled kernels. See docs/atlas.md.
"""

import importlib
from typing import Any

DOORS: dict[str, str] = {
    # Tables of regions by activities.
    "matrix_from_rows": "measures.matrices.table",
    "matrix_from_codes": "measures.matrices.table",
    "matrix_from_wide": "measures.matrices.table",
    "lq": "measures.matrices.quotient",
    "concentration": "measures.matrices.concentration",
    "plants": "measures.matrices.agglomeration",
    "ellison_glaeser": "measures.matrices.agglomeration",
    "coagglomeration": "measures.matrices.agglomeration",
    "strong_clusters": "measures.matrices.strong",
    "shift_share": "measures.matrices.shift_share",
    "complexity": "measures.matrices.complexity",
    "Sieve": "measures.matrices.sifting",
    "proximity": "measures.matrices.relatedness",
    "related": "measures.matrices.relatedness",
    "density": "measures.matrices.relatedness",
    "opportunities": "measures.matrices.opportunities",
    "complementarity": "measures.matrices.opportunities",
    "entry": "measures.matrices.entry",
    # Regions beside regions.
    "peers": "measures.peers.alike",
    "ranks": "measures.peers.ranks",
    "percentiles": "measures.peers.ranks",
    "twin": "measures.peers.twins",
    "Points": "measures.peers.twins",
    "what_if": "measures.peers.newcomers",
    "reference_figures": "measures.peers.reference",
    # What may be claimed.
    "claim": "policies.claims",
    "Member": "policies.claims",
    "density_from": "policies.precision",
    # Large data.
    "Engine": "engine.engines",
    "Sources": "engine.ingest",
    "ingest": "engine.ingest",
    # squares, clusters and hot spots
    "densest": "measures.squares.densest",
}
"""Each public name, with the module of `squaremile.atlas` that holds it."""


def __getattr__(name: str) -> Any:
    if name in DOORS:
        return getattr(importlib.import_module(f"{__name__}.{DOORS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(DOORS)
