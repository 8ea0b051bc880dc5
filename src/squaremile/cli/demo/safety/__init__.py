"""Safety of the demonstration: control areas, what companies keep in them, and what was counted and asked."""

from squaremile.cli.demo.safety import stock

PARTS = (stock,)
