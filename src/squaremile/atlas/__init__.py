"""Atlas: the cluster measured, compared, and pointed at its next opportunity.

As a library it needs no server and no database: `import squaremile.atlas as atlas; atlas.densest(lat, lon, side="1mi")`.
What it offers is named in `DOORS` and loaded when it is first asked for, so that a server that shows none of it never
loads the compiled kernels. See docs/atlas.md.
"""

import importlib
from typing import Any

DOORS: dict[str, str] = {
    # squares, clusters and hot spots
    "densest": "measures.squares.densest",
    "curve": "measures.squares.beside",
    "chance": "measures.squares.beside",
    "naive_grid": "measures.squares.beside",
    "turned": "measures.squares.beside",
    "clusters": "measures.outlines.clusters",
    "hotspots": "measures.scans.hotspots",
}
"""Each public name, with the module of `squaremile.atlas` that holds it."""


def __getattr__(name: str) -> Any:
    if name in DOORS:
        return getattr(importlib.import_module(f"{__name__}.{DOORS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(DOORS)
