"""Money of the demonstration: two issuers, accounts and credits, a month that is closed whole, one that is with its payers, and the
month that runs."""

from squaremile.cli.demo.money.making import LABEL, STEPS, make

__all__ = ["LABEL", "STEPS", "make"]
