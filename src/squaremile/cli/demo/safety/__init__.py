"""Safety of the demonstration, one file for each part of it; every name is invented."""

from squaremile.cli.demo.safety import inspections

PARTS = (inspections,)
"""In the order in which they are made. A part is a module with `LABEL`, `total(stage)` and `make(stage)`."""
