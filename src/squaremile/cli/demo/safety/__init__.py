"""Safety of the demonstration, one file for each part of it; every name is invented."""

from squaremile.cli.demo.safety import incidents, inspections

PARTS = (inspections, incidents)
"""In the order in which they are made. A part is a module with `LABEL`, `total(stage)` and `make(stage)`."""
