"""Stores of the demonstration: a stockroom and two minibars in use for some weeks, orders, a recall, the dock, and gas."""

from squaremile.cli.demo.stores.making import LABEL, make, total

__all__ = ["LABEL", "make", "total"]
