"""Residency of the demonstration, one file for each part of it; every name is invented.

A part is a module with `LABEL`, `total(stage)` and `make(stage)`, which yields how many are done. Another part is one
more file, and its name below.
"""

from squaremile.cli.demo.residency import (
    calls,
    changes,
    crew,
    enquiries,
    exits,
    licences,
    life,
    outcomes,
    records,
    sponsors,
    stage,
    team,
)

PARTS = (records, licences, life, team, sponsors, calls, outcomes, changes, crew, exits, enquiries)
"""In the order in which they are made: each may use what those before it made."""
__all__ = ["PARTS", "stage"]
