"""Safety of the demonstration, one file for each part of it; every name is invented.

A part is a module with `LABEL`, `total(stage)` and `make(stage)`, which yields how many are done. Another part is one
more file, and its name below."""

from squaremile.cli.demo.safety import (
    analyses,
    biosafety,
    emergency,
    incidents,
    inspections,
    labels,
    packs,
    permits,
    stock,
    training,
)

PARTS = (
    stock,
    permits,
    biosafety,
    analyses,
    inspections,
    incidents,
    training,
    emergency,
    packs,
    labels,
)
